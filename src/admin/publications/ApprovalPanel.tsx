import { ViewDescription } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { FactList } from '../FactList.tsx'
import { readerFor } from '../reader.ts'
import { readApproval, type ApprovalModel } from './read-approval.ts'
import { APPROVAL } from './words.ts'

type Props = ServerProps & { id?: string | number; description?: string }

/**
 * Stands where Payload describes a collection: above the form of a publication, how the content that is stored was
 * approved and judged, and what this person may say of it; above a list, the description alone.
 */
export async function ApprovalPanel({ id, description, payload, user }: Props) {
  const reader = id === undefined ? null : await readerFor(payload, user)
  const model = reader ? await readApproval(reader, String(id)) : null
  return (
    <>
      {description ? <ViewDescription collectionSlug="publications" description={description} /> : null}
      {model ? <Approval model={model} /> : null}
    </>
  )
}

function Approval({
  model: {
    waits,
    facts,
    said,
    actions: [main, ...others],
  },
}: {
  model: ApprovalModel
}) {
  return (
    <div className={waits ? 'pending pending--waits' : 'pending'}>
      <ActionPanel actions={{ main: main ?? null, others, record: [] }} state={APPROVAL.state}>
        {facts.length > 0 ? <h2 className="pending__title">{APPROVAL.title}</h2> : null}
        {facts.length > 0 ? <FactList facts={facts} /> : null}
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </ActionPanel>
    </div>
  )
}
