import { staff } from '../../../access/actors.ts'
import { unknownAdhesion, wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { evidenceBundle } from '../../adhesion/evidence/bundle.ts'
import { noteSecurityEvent } from '../../security/journal.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, signInFirst } from '../respond.ts'
import { sentAsTaken } from '../sent-as-taken.ts'

const ZIP = 'application/zip'

/**
 * `GET /api/adhesions/:id/evidence`: what proves what was signed and done on a file, for who reads it, with the
 * commands that verify it. Noted in the security journal before its first byte leaves.
 */
export const evidenceEndpoint: OwnEndpoint = {
  path: '/:id/evidence',
  method: 'get',
  custom: {
    says: {
      summary: { fr: 'Télécharger les preuves du dossier', en: 'Download the evidence of a file' },
      by: ['secretariat', 'mandate'],
      produces: [ZIP],
      refusals: { 404: ['unknown-adhesion'] },
    },
  },
  handler: endpoint(async ({ req, client, param }) => {
    const user = staff(req)
    if (!user) throw signInFirst()
    const { payload } = req
    if ((await payload.collections.adhesions.config.access.read({ req })) === false) throw wrongActor()
    const adhesion = await payload.findByID({
      collection: 'adhesions',
      id: param('id'),
      depth: 0,
      req,
      user,
      overrideAccess: false,
      disableErrors: true,
    })
    if (!adhesion) throw unknownAdhesion()
    await noteSecurityEvent(payload, {
      type: 'exported',
      account: user.id,
      by: user.id,
      ...client,
      data: { what: `Preuves du dossier ${adhesion.reference}`, collection: 'adhesions', format: 'zip', rows: 1 },
    })
    const bundle = evidenceBundle({ payload, req, user: req.user }, adhesion)
    return sentAsTaken(bundle, { name: `${adhesion.reference}-preuves.zip`, type: ZIP })
  }),
}
