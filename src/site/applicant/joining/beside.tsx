import type { ReactElement } from 'react'
import { CONTACT, LOST_LINK } from '../../fixed-pages.ts'
import type { Publisher } from '../../views/chrome.ts'
import { JOINING_TEXTS } from './texts.ts'

const T = JOINING_TEXTS.beside

/** What one wants to know before and while applying: who may, how long it takes, what it costs, whom to ask. */
export function Beside({ publisher, keepHref }: { publisher: Publisher; keepHref?: string }): ReactElement {
  const { email, phone, membershipFee } = publisher
  return (
    <aside className="desk-side" aria-label={T.title}>
      {keepHref && (
        <section className="keep">
          <h2>{JOINING_TEXTS.keep.title}</h2>
          <p>{JOINING_TEXTS.keep.text}</p>
          <p>
            <a href={keepHref}>{JOINING_TEXTS.keep.link}</a>
          </p>
        </section>
      )}
      {[
        [T.whoTitle, T.who],
        [T.timeTitle, T.time],
        [T.feeTitle, membershipFee || T.fee],
      ].map(([title, text]) => (
        <section key={title} className="keep">
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section className="keep">
        <h2>{T.helpTitle}</h2>
        {phone && <p>{phone}</p>}
        {email && (
          <p>
            <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
        <p>
          <a href={CONTACT}>{T.write}</a>
        </p>
        <p>
          <a href={LOST_LINK}>{T.again}</a>
        </p>
      </section>
    </aside>
  )
}
