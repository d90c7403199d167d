import { Fragment } from 'react'
import { MAIL_TEMPLATES, MAILS, type MailTemplate } from './catalogue.ts'
import { MARK_CID, markPng } from './mark.ts'
import { MailFrame, mailDocument } from './page.tsx'
import { PREVIEWS } from './previews.ts'
import { renderMail, type RenderedMail } from './render-mail.tsx'

const ORIGIN = 'https://cpof.example'

/** A template with its sample data and links that lead nowhere. */
export function renderSample<Template extends MailTemplate>(template: Template): Promise<RenderedMail> {
  const links = Object.fromEntries(
    MAILS[template].links.map((name) => [name, `${ORIGIN}/exemple/${name}/${'Exemple'.repeat(6)}x`]),
  )
  return renderMail(template, PREVIEWS[template], links, { publicUrl: ORIGIN })
}

/** When an e-mail leaves and to whom, in French. */
export type Departure = { when: string; to: string }

/**
 * The list of all e-mails, for developers. Not for production; serve it under `MAIL_PAGE_CSP`.
 * @param departuresOf when a template leaves, and to whom
 * @param urlOf address of a template's preview page
 */
export function renderPreviewIndex(
  departuresOf: (template: MailTemplate) => readonly Departure[],
  urlOf: (template: MailTemplate) => string = (template) => `/dev/courriels/${template}`,
): string {
  return mailDocument(
    'Modèles de courriels',
    <>
      <h1>Modèles de courriels</h1>
      <p>Chaque modèle avec des données inventées, tel qu’il part.</p>
      <ul>
        {MAIL_TEMPLATES.map((template) => (
          <li key={template}>
            <a href={urlOf(template)}>{MAILS[template].label}</a>
            <br />
            <span className="quiet">{template}</span>
            <ul>
              {departuresOf(template).map(({ when, to }) => (
                <li key={`${when} ${to}`}>{`${when} → ${to}`}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>,
  )
}

/** One e-mail as its reader sees it, then its plain text. Not for production; serve it under `MAIL_PAGE_CSP`. */
export async function renderPreview(
  template: MailTemplate,
  departures: readonly Departure[],
  indexUrl = '/dev/courriels',
): Promise<string> {
  const { subject, html, text } = await renderSample(template)
  const mark = await markPng()
  const shown = html.replaceAll(`cid:${MARK_CID}`, `data:image/png;base64,${mark.toString('base64')}`)
  return mailDocument(
    MAILS[template].label,
    <>
      <p>
        <a href={indexUrl}>Tous les modèles</a>
      </p>
      <h1>{MAILS[template].label}</h1>
      <dl>
        <dt>Modèle</dt>
        <dd>{template}</dd>
        {departures.map(({ when, to }) => (
          <Fragment key={`${when} ${to}`}>
            <dt>Quand</dt>
            <dd>{when}</dd>
            <dt>À qui</dt>
            <dd>{to}</dd>
          </Fragment>
        ))}
        <dt>Objet</dt>
        <dd>{subject}</dd>
        <dt>Liens</dt>
        <dd>{MAILS[template].links.join(', ') || 'aucun'}</dd>
      </dl>
      <MailFrame html={shown} />
      <h2>Texte seul</h2>
      <pre>{text}</pre>
    </>,
  )
}
