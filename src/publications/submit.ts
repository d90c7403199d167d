import type { Payload } from 'payload'
import { unitOrBusy } from '../db/busy.ts'
import { oweNotice } from '../governance/notices.ts'
import type { Publication } from '../payload-types.ts'
import { requireSameContent, draftOf, type Statement } from './statement.ts'
import { noApprovalNeeded, nobodyToAsk, nothingMissing, notComplete } from './errors.ts'
import { missingFor, needsApproval, type AdoptedKind } from './rules.ts'
import { approvalsAndOpinions, countsOf } from './approvals.ts'
import { whomToAsk } from './whom-to-ask.ts'
import { isComplete } from './complete.ts'

/**
 * Tells those who may give it, by e-mail, that the exact content of the newest draft lacks their approval or their
 * opinion. Asked again for the same content, nobody is told twice.
 * @throws DomainError 404; 409 `no-approval-needed`, `content-changed` with the present hash, `not-whole`,
 * `nothing-missing`, `nobody-to-ask`
 */
export function submit(payload: Payload, { id, user, contentHash }: Omit<Statement, 'requestId'>): Promise<void> {
  return unitOrBusy(payload, async (unit) => {
    const draft = await draftOf(unit, id)
    const { title, kind } = draft.publication
    if (!isAdopted(kind)) throw noApprovalNeeded()
    requireSameContent(draft, contentHash)
    if (!isComplete(draft.content)) throw notComplete()
    const missing = missingFor(kind, countsOf(await approvalsAndOpinions(unit, id, contentHash)))
    if (missing.length === 0) throw nothingMissing()
    for (const asks of missing) {
      const recipients = await whomToAsk(unit, draft.publication, asks)
      if (recipients.length === 0) throw nobodyToAsk(asks)
      await oweNotice(unit, 'publication-waits', {
        publication: id,
        contentHash,
        recipients,
        data: { title, kind, asks, by: user.name },
      })
    }
  })
}

const isAdopted = (kind: Publication['kind']): kind is AdoptedKind => needsApproval(kind)
