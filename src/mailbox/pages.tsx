import { formatDateTime } from '../lib/dates.ts'
import { MailFrame, mailDocument } from '../mail/page.tsx'
import type { OpenedMail, ReceivedMail } from './store.ts'

/** Addresses of the mailbox's pages, as the server mounts them. */
export type MailboxUrls = {
  list: string
  mail: (id: string) => string
  /** @param index of the attachment within `OpenedMail.attachments` */
  attachment: (id: string, index: number) => string
}

const MAILBOX_URLS: MailboxUrls = {
  list: '/courriels',
  mail: (id) => `/courriels/${id}`,
  attachment: (id, index) => `/courriels/${id}/pieces/${index}`,
}

const NO_SUBJECT = '(sans objet)'

/** The list of what arrived, as an HTML document; serve it under `MAILBOX_CSP`. */
export function mailboxPage(mails: readonly ReceivedMail[], urls: MailboxUrls = MAILBOX_URLS): string {
  return mailDocument(
    'Courriels de la démonstration',
    <>
      <h1>Courriels de la démonstration</h1>
      <p>
        Les courriels que l’application envoie arrivent ici, et nulle part ailleurs. <a href={urls.list}>Actualiser</a>
      </p>
      {mails.length === 0 ? (
        <p>Aucun courriel pour l’instant.</p>
      ) : (
        <ol>
          {mails.map((mail) => (
            <li key={mail.id}>
              <a href={urls.mail(mail.id)}>{mail.subject || NO_SUBJECT}</a>
              <br />
              <span className="quiet">
                À {mail.to}, le <time dateTime={mail.at.toISOString()}>{formatDateTime(mail.at)}</time>
              </span>
            </li>
          ))}
        </ol>
      )}
    </>,
  )
}

/** One e-mail, as an HTML document; serve it under `MAILBOX_CSP`. */
export function mailPage(mail: OpenedMail, urls: MailboxUrls = MAILBOX_URLS): string {
  return mailDocument(
    mail.subject || NO_SUBJECT,
    <>
      <p>
        <a href={urls.list}>Tous les courriels</a>
      </p>
      <h1>{mail.subject || NO_SUBJECT}</h1>
      <dl>
        <dt>De</dt>
        <dd>{mail.from}</dd>
        <dt>À</dt>
        <dd>{mail.to}</dd>
        <dt>Reçu le</dt>
        <dd>
          <time dateTime={mail.at.toISOString()}>{formatDateTime(mail.at)}</time>
        </dd>
      </dl>
      {mail.attachments.length > 0 && (
        <>
          <h2>Pièces jointes</h2>
          <ul>
            {mail.attachments.map((attachment, index) => (
              <li key={index}>
                <a href={urls.attachment(mail.id, index)} download={attachment.filename}>
                  {attachment.filename}
                </a>{' '}
                <span className="quiet">{weight(attachment.content.length)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mail.html && <MailFrame html={mail.html} />}
      <h2>Texte seul</h2>
      <pre>{mail.text}</pre>
    </>,
  )
}

function weight(bytes: number): string {
  return bytes < 1000
    ? `${bytes}\u00a0octets`
    : `${(bytes / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0ko`
}
