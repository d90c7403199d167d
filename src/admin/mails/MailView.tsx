import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { FactList } from '../FactList.tsx'
import { readerOf } from '../reader.ts'
import { readMail } from './read-mail.ts'
import { MAIL } from './words.ts'

/** An e-mail as the secretariat sees it: to whom, about what, what became of it, and what may be done. Its text is not kept. */
export async function MailView({ initPageResult: { docID, req } }: DocumentViewServerProps) {
  const reader = readerOf(req.payload, req)
  const mail = reader && docID !== undefined ? await readMail(reader, String(docID)) : null
  if (!mail) notFound()
  return (
    <Gutter className="file-view">
      <SetStepNav nav={[{ label: MAIL.list, url: '/admin/collections/messages' }, { label: mail.label }]} />
      <header className="file-view__head">
        <h1 className="file-view__title">{mail.label}</h1>
        <p className="file-view__state">
          <strong className={`state-mark state-mark--${mail.failed ? 'rejected' : 'over'}`}>{mail.state}</strong>
        </p>
      </header>
      <div className="file-view__columns">
        <aside className="file-view__aside">
          <ActionPanel actions={mail.actions} state={`${mail.state}.`}>
            <p className="file-actions__expected">{mail.expected}</p>
          </ActionPanel>
        </aside>
        <div className="file-view__main">
          <section className="file-section">
            <FactList facts={mail.facts} />
          </section>
        </div>
      </div>
    </Gutter>
  )
}
