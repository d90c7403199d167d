'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useState } from 'react'
import { fetchUses, type ShownUse } from './uses.ts'
import { USED_IN } from './words.ts'

type State = { kind: 'closed' | 'asking' | 'failed' } | { kind: 'known'; uses: readonly ShownUse[] }

/** The places of the site that name the record of the form, asked for when somebody opens the list, and each time anew. */
export const UsedIn: UIFieldClientComponent = () => {
  const { id, collectionSlug: collection } = useDocumentInfo()
  const { config } = useConfig()
  const [state, setState] = useState<State>({ kind: 'closed' })
  const ask = useCallback(
    (open: boolean) => {
      if (!open || !collection || id === undefined) return
      setState({ kind: 'asking' })
      fetchUses(collection, String(id)).then(
        (uses) => setState({ kind: 'known', uses }),
        () => setState({ kind: 'failed' }),
      )
    },
    [collection, id],
  )
  if (!collection || id === undefined) return null
  return (
    <details className="field-type used-in" onToggle={(event) => ask(event.currentTarget.open)}>
      <summary className="field-label">{USED_IN.title}</summary>
      <div role="status">
        {state.kind === 'asking' ? <p>{USED_IN.asking}</p> : null}
        {state.kind === 'failed' ? <p>{USED_IN.failed}</p> : null}
        {state.kind === 'known' && state.uses.length === 0 ? <p>{USED_IN.nowhere}</p> : null}
        {state.kind === 'known' && state.uses.length > 0 ? (
          <ul>
            {state.uses.map((use) => (
              <li key={`${use.collection}/${use.id ?? ''}`}>
                <a href={`${config.routes.admin}/${placeOf(use)}`}>{use.title || USED_IN.untitled}</a>
                {use.id === null ? null : ` (${use.kind}${use.live ? '' : USED_IN.draft})`}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </details>
  )
}

const placeOf = ({ collection, id }: ShownUse): string =>
  id === null ? `globals/${collection}` : `collections/${collection}/${id}`
