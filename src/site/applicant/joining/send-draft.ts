import type { Request } from 'express'
import { submit } from '../../../adhesion/actions/submit.ts'
import { endJoinDraft, readJoinDraft } from '../../../adhesion/join-drafts.ts'
import type { Declaration } from '../../../adhesion/declaration/declaration-types.ts'
import { canonicalJson } from '../../../lib/canonical.ts'
import { now } from '../../../lib/clock.ts'
import type { Issue } from '../../../lib/errors.ts'
import { sha256 } from '../../../lib/hash.ts'
import { settingsOf } from '../../../lib/settings.ts'
import { networkKey } from '../../../record/network-key.ts'
import { once } from '../../../record/repeats/once.ts'
import { clientOf } from '../../client.ts'
import { fieldsOf } from '../../fields.ts'
import { LONGEST_OPEN } from '../../form-age.ts'
import { JOIN } from '../../fixed-pages.ts'
import { leavesAtParam } from '../../leaves-at.ts'
import type { Site } from '../../site.ts'
import { sentProof } from './sent-proof.ts'

/** The page of thanks. */
export const SENT = `${JOIN}/merci`

type Judged = { declaration: Declaration; warnings: readonly Issue[] }

/**
 * Sends what was answered, as the API would: one showing of the form, sent twice, is one application.
 * @returns the address of the thanks
 */
export async function sendDraft({ payload }: Site, req: Request, token: string, judged: Judged): Promise<string> {
  const client = clientOf(req)
  const secret = settingsOf(payload).TOKEN_SECRET
  const body = canonicalJson({ ...fieldsOf(req), draft: sha256(token) })
  const showing = {
    caller: `network:${networkKey(payload, client.ip)}`,
    route: `POST ${JOIN}/demande/:token/verifier`,
    key: sha256(body),
    body,
    keptFor: LONGEST_OPEN,
    afterLostAnswer: 'repeat',
  } as const
  const sent = await once(payload, showing, async () => {
    const { doc, mailWaitsUntil } = await submit(payload, { ...judged, client })
    const waits = mailWaitsUntil ? `&${leavesAtParam(secret, mailWaitsUntil)}` : ''
    return `${SENT}?reference=${doc.reference}&${sentProof(secret, doc.reference, now())}${waits}`
  })
  const draft = await readJoinDraft(payload, token)
  if (draft?.kind === 'open') await endJoinDraft(payload, token, sent)
  return sent
}
