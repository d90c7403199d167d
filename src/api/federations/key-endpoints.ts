import type { Payload } from 'payload'
import type { z } from 'zod'
import { refuseAsSecond, type Governor } from '../../accounts/governor.ts'
import { confirmKey, proposalOf } from '../../federations/confirm-key.ts'
import { proposeKey } from '../../federations/propose-key.ts'
import { revokeKey } from '../../federations/revoke-key.ts'
import { SCOPES } from '../../federations/scopes.ts'
import { choice, dayToCome, fields, id, optional, part, someOf, text, textOrEmpty } from '../../input/fields.ts'
import { LENGTHS } from '../../input/lengths.ts'
import { email } from '../../organisation/email-field.ts'
import type { ApiKey } from '../../payload-types.ts'
import { readRecord, unknownRecord } from '../../record/second-person.ts'
import { messageAndSome } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'
import { governorOf } from '../governance/account-endpoint.ts'
import { NOTHING } from '../governance/secretariat-endpoint.ts'
import { posting, postingSecret, type OwnEndpoint, type Posted } from '../posting.ts'
import { respond } from '../respond.ts'

const several = { lines: 'several' } as const

const ASKED = fields({
  label: text(LENGTHS.name),
  member: id(),
  contact: part({
    firstName: text(LENGTHS.personName, { named: true }),
    lastName: text(LENGTHS.personName, { named: true }),
    email: email(),
  }),
  scopes: someOf(choice(SCOPES)),
  expiresOn: optional(dayToCome()),
  reason: textOrEmpty(LENGTHS.accountReason, several),
})

const REVOKED = fields({ reason: text(LENGTHS.accountReason, several) })

/** Who may act on which key, in the order of refusals: 401, 403, 404, and 403 for who proposed what waits. */
async function keyInQuestion<Schema extends z.ZodType>(
  { req, client, param }: Pick<Posted<Schema>, 'req' | 'client' | 'param'>,
  isConfirmed: boolean,
): Promise<{ payload: Payload; id: string; governor: Governor }> {
  const governor = await governorOf({ req, client })
  const key = await readRecord(req.payload, 'api-keys', param('id'))
  if (!key) throw unknownRecord()
  if (isConfirmed && key.confirmed !== true && !key.revokedAt) refuseAsSecond(governor, proposalOf(key))
  return { payload: req.payload, id: key.id, governor }
}

/** A key without its hash. */
const shown = ({ keyHash: _hash, ...key }: ApiKey): object => key

/** `POST /api/api-keys`, `/:id/confirm`, `/:id/revoke`: keys of federations, given by two. */
export const apiKeyEndpoints: OwnEndpoint[] = [
  saying(
    posting('/', ASKED, async ({ req, client, body }) => {
      const governor = await governorOf({ req, client })
      const asked = await body()
      return respond(
        {
          message: 'Clé proposée\u00a0: une autre personne habilitée doit la confirmer.',
          doc: shown(await proposeKey(req.payload, { ...asked, governor })),
        },
        201,
      )
    }),
    { status: 201 },
  ),
  postingSecret('/:id/confirm', NOTHING, async ({ body, ...ask }) => {
    const { payload, ...act } = await keyInQuestion(ask, true)
    await body()
    const { key, record } = await confirmKey(payload, act)
    return respond({
      message: 'Clé confirmée. Elle ne sera plus jamais montrée\u00a0: transmettez-la au réseau par un moyen sûr.',
      doc: shown(record),
      key,
    })
  }),
  posting('/:id/revoke', REVOKED, async ({ body, ...ask }) => {
    const { payload, ...act } = await keyInQuestion(ask, false)
    const { reason } = await body()
    return respond({ message: 'La clé est révoquée.', doc: shown(await revokeKey(payload, { ...act, reason })) })
  }),
].map((each) => saying(each, { by: ['secretariat', 'admin', 'mandate'], answer: messageAndSome() }))
