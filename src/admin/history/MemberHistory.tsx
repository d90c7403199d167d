import type { DocumentViewServerProps } from 'payload'
import { historyPage } from './HistoryPage.tsx'
import { Lines } from './Lines.tsx'
import { readMemberHistory } from './read-member.ts'
import { HISTORY } from './words.ts'

/** Everything that happened with a member: its files, signatures, mandates, changes and e-mails. */
export function MemberHistory(props: DocumentViewServerProps) {
  return historyPage(props, async (reader, id) => {
    const history = await readMemberHistory(reader, id)
    return (
      history && (
        <>
          <Lines title={HISTORY.files} nothing={HISTORY.noFiles} lines={history.files} />
          {history.memberships.length > 0 ? (
            <Lines title={HISTORY.memberships} nothing="" lines={history.memberships} />
          ) : null}
          <Lines title={HISTORY.signatures} nothing={HISTORY.noSignatures} lines={history.signatures} />
          <Lines title={HISTORY.mandates} nothing={HISTORY.noMandates} lines={history.mandates} />
          <Lines title={HISTORY.changes} nothing={HISTORY.noChanges} lines={history.changes} />
          <Lines title={HISTORY.mails} nothing={HISTORY.noMails} lines={history.mails} />
        </>
      )
    )
  })
}
