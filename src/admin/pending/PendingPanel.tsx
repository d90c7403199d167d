import { ViewDescription } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import type { Confirmable } from '../../record/second-person.ts'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { FactList } from '../FactList.tsx'
import { readerFor } from '../reader.ts'
import { readPending, type PendingModel } from './read-pending.ts'
import { PENDING } from './words.ts'

type Props = ServerProps & { id?: string | number; collectionSlug: Confirmable; description?: string }

/**
 * Stands where Payload describes a collection: above a record's form, what waits for a second person and what may
 * be proposed; above a list, the description alone.
 */
export async function PendingPanel({ id, collectionSlug, description, payload, user }: Props) {
  const reader = id === undefined ? null : await readerFor(payload, user)
  const model = reader ? await readPending(reader, collectionSlug, String(id)) : null
  return (
    <>
      {description ? <ViewDescription collectionSlug={collectionSlug} description={description} /> : null}
      {model ? <Pending model={model} /> : null}
    </>
  )
}

function Pending({ model: { waits, lines, said, actions } }: { model: PendingModel }) {
  return (
    <div className={waits ? 'pending pending--waits' : 'pending'}>
      <ActionPanel actions={actions} state={PENDING.state}>
        {waits ? <h2 className="pending__title">{PENDING.waits}</h2> : null}
        {lines.length > 0 ? <FactList facts={lines} /> : null}
        <p>{said}</p>
      </ActionPanel>
    </div>
  )
}
