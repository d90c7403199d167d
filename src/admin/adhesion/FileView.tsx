import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { FileSections } from './FileSections.tsx'
import { readFile } from './read-file.ts'
import { readerOf } from '../reader.ts'
import { LABELS, TEXTS } from './words.ts'

/** The edit view of an adhesion: the whole file, and buttons for what this person may do now. There is no Save. */
export async function FileView({ initPageResult: { docID, req } }: DocumentViewServerProps) {
  const reader = readerOf(req.payload, req)
  const file = reader && docID !== undefined ? await readFile(reader, String(docID)) : null
  if (!file) notFound()
  const nothingToDo = !file.actions.main && file.actions.others.length === 0
  return (
    <Gutter className="file-view">
      <SetStepNav nav={[{ label: LABELS.list, url: '/admin/collections/adhesions' }, { label: file.reference }]} />
      <header className="file-view__head">
        <p className="file-view__over">
          {file.reference} · {file.kind}
        </p>
        <h1 className="file-view__title">{file.title}</h1>
        <p className="file-view__state">
          <strong className={`state-mark state-mark--${file.state}`}>{file.stateLabel}</strong>
          <span>{file.since}</span>
          {file.holder ? <span>{file.holder}</span> : null}
        </p>
      </header>
      <div className="file-view__columns">
        <aside className="file-view__aside">
          <ActionPanel actions={file.actions} rev={file.rev} state={`${file.stateLabel}.`}>
            <p className="file-actions__expected">{file.expected}</p>
            {file.recused ? <p className="file-actions__recused">{file.recused}</p> : null}
            {nothingToDo ? <p className="file-quiet">{TEXTS.noAction}</p> : null}
          </ActionPanel>
        </aside>
        <div className="file-view__main">
          <FileSections file={file} />
        </div>
      </div>
    </Gutter>
  )
}
