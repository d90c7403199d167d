import { ActionPanel } from '../actions/ActionPanel.tsx'
import { FactList } from '../FactList.tsx'
import type { AccountCardModel } from './read-accounts.ts'
import { ACCOUNTS } from './words.ts'

/** What an account may do, what waits on it, and what this person may do about it. */
export function AccountCard({ card: { waits, facts, proposed, said, actions } }: { card: AccountCardModel }) {
  return (
    <div className={waits ? 'pending pending--waits' : 'pending'}>
      <ActionPanel actions={actions} state={ACCOUNTS.state}>
        <FactList facts={facts} />
        {waits ? <h3 className="pending__title">{ACCOUNTS.waits}</h3> : null}
        {proposed.length > 0 ? <FactList facts={proposed} /> : null}
        {said ? <p>{said}</p> : null}
      </ActionPanel>
    </div>
  )
}
