import type { ReactElement } from 'react'
import { formatDateTime } from '../../../lib/dates.ts'
import { Lines } from '../../views/facts.tsx'
import { FOLLOW_UP_TEXTS as T } from './follow-up-texts.ts'

/** A message as the page shows it, with where its files are. */
export type ShownMessage = {
  at: Date
  by: 'secretariat' | 'applicant'
  text: string
  files: readonly { title: string; href: string }[]
}

type Props = { messages: readonly ShownMessage[]; writeHref: string | undefined }

/** What the applicant and the secretariat wrote to each other, latest first. */
export function Conversation({ messages, writeHref }: Props): ReactElement | null {
  if (messages.length === 0) return null
  return (
    <section id="echanges">
      <h2>{T.conversation}</h2>
      {messages.map(({ at, by, text, files }, index) => (
        <article key={index}>
          <p className="small">
            {by === 'applicant' ? T.fromYou : T.fromSecretariat},{' '}
            <time dateTime={at.toISOString()}>{formatDateTime(at)}</time>
          </p>
          <blockquote>
            <p>
              <Lines lines={text.split(/\r?\n/)} />
            </p>
          </blockquote>
          {files.length > 0 && (
            <ul>
              {files.map(({ title, href }) => (
                <li key={href}>
                  <a href={href}>{title}</a>
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
      {writeHref !== undefined && (
        <p>
          <a href={writeHref}>{T.writeBack}</a>
        </p>
      )}
    </section>
  )
}
