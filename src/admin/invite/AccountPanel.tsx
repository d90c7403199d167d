import { ViewDescription } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { AccountCard } from '../accounts/AccountCard.tsx'
import { officeOfReader, readAccount } from '../accounts/read-accounts.ts'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { readerFor } from '../reader.ts'
import { ACCOUNT_STATE, LINK_AGAIN, NO_TYPED_PASSWORD } from './words.ts'

type Props = ServerProps & { id?: string | number; description?: string }

/**
 * Above an account that is another's: what it may do, and the link again, which its administrator may send. Above a
 * list, the description.
 */
export async function AccountPanel({ id, description, payload, user }: Props) {
  const others = id !== undefined && user?.collection === 'users' && user.id !== id && user.roles?.includes('admin')
  const reader = others ? await readerFor(payload, user) : null
  const office = reader ? await officeOfReader(reader) : null
  const card = reader && office !== null ? await readAccount(reader, office, String(id)) : null
  return (
    <>
      {description ? <ViewDescription collectionSlug="users" description={description} /> : null}
      {card ? <AccountCard card={card} /> : null}
      {others ? (
        <div className="pending">
          <ActionPanel
            actions={{
              main: null,
              others: [{ ...LINK_AGAIN, fields: [], url: `/api/users/${id}/invite` }],
              record: [],
            }}
            state={ACCOUNT_STATE}
          >
            <p>{NO_TYPED_PASSWORD}</p>
          </ActionPanel>
        </div>
      ) : null}
    </>
  )
}
