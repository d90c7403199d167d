import { ViewDescription } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { ACCOUNT_STATE, LINK_AGAIN, NO_TYPED_PASSWORD } from './words.ts'

type Props = ServerProps & { id?: string | number; description?: string }

/** Above an account that is another's: its administrator may send it the link again. Above a list, the description. */
export function AccountPanel({ id, description, user }: Props) {
  const others = id !== undefined && user?.collection === 'users' && user.id !== id && user.roles?.includes('admin')
  return (
    <>
      {description ? <ViewDescription collectionSlug="users" description={description} /> : null}
      {others ? (
        <div className="pending">
          <ActionPanel actions={{ main: null, others: [{ ...LINK_AGAIN, fields: [], url: `/api/users/${id}/invite` }], record: [] }} state={ACCOUNT_STATE}>
            <p>{NO_TYPED_PASSWORD}</p>
          </ActionPanel>
        </div>
      ) : null}
    </>
  )
}
