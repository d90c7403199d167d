import { RoundSection } from './RoundSection.tsx'
import { FactList } from '../FactList.tsx'
import { Lines } from '../history/Lines.tsx'
import type { AttachmentModel, FileModel, MailModel, RequestModel } from './model.ts'
import { Section } from './Section.tsx'
import { NOTHING, SECTIONS, TEXTS, TONES } from './words.ts'

/** The file itself: what one reads first comes first, for the state it is in. */
export function FileSections({ file }: { file: FileModel }) {
  return (
    <>
      {file.decision.length > 0 ? (
        <Section title={SECTIONS.decision}>
          <FactList facts={file.decision} />
        </Section>
      ) : null}
      {file.round || file.earlierRounds.length > 0 ? (
        <RoundSection round={file.round} earlier={file.earlierRounds} />
      ) : null}
      <Checks file={file} />
      <Requests requests={file.requests} />
      <Conversation file={file} />
      <Declared file={file} />
      {file.earlier.length > 0 ? <Lines title={SECTIONS.earlier} nothing="" lines={file.earlier} /> : null}
      <Signature file={file} />
      <Section title={SECTIONS.attachments} nothing={file.attachments.length === 0 ? NOTHING.attachments : undefined}>
        <Attachments attachments={file.attachments} />
      </Section>
      <Notes file={file} />
      <Mails mails={file.mails} />
      <Section title={SECTIONS.journal}>
        <p>
          <a href={`/api/adhesions/${file.id}/evidence`} download>
            {TEXTS.bundle}
          </a>
        </p>
        <ol className="file-lines" reversed>
          {file.journal.map(({ rank, at, sentence }) => (
            <li key={rank}>
              <span className="file-lines__text">{sentence}</span>
              <span className="file-lines__when">{at}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

function Checks({ file: { checks } }: { file: FileModel }) {
  return (
    <Section title={SECTIONS.checks} nothing={checks.length === 0 ? NOTHING.checks : undefined}>
      <ul className="file-checks">
        {checks.map(({ tone, text, href }) => (
          <li key={text} className={`file-checks__item file-checks__item--${tone}`}>
            <span className="file-checks__tone">{TONES[tone]}</span>
            <span>{href ? <a href={href}>{text}</a> : text}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Declared({ file }: { file: FileModel }) {
  return (
    <Section title={SECTIONS.declared}>
      <FactList facts={file.organisation} />
      <h3>{SECTIONS.representative}</h3>
      <FactList facts={file.representative} />
      {file.contact.length > 0 ? (
        <>
          <h3>{SECTIONS.contact}</h3>
          <FactList facts={file.contact} />
        </>
      ) : null}
      {file.motivation ? (
        <>
          <h3>{SECTIONS.motivation}</h3>
          <p className="file-prose">{file.motivation}</p>
        </>
      ) : null}
    </Section>
  )
}

function Signature({ file: { signature } }: { file: FileModel }) {
  return (
    <Section title={SECTIONS.signature} nothing={signature ? undefined : NOTHING.signature}>
      {signature ? (
        <>
          <FactList facts={signature.facts} />
          <details className="file-more">
            <summary>{SECTIONS.evidence}</summary>
            <FactList facts={signature.evidence} />
          </details>
        </>
      ) : null}
    </Section>
  )
}

function Requests({ requests }: { requests: RequestModel[] }) {
  if (requests.length === 0) return null
  return (
    <Section title={SECTIONS.requests}>
      {requests.map((request) => (
        <article key={request.id} className="file-request">
          <h3>
            {TEXTS.requestNumber(request.number)}{' '}
            <span className="file-request__state">{request.late ? TEXTS.late : request.state}</span>
          </h3>
          <p className="file-prose">{request.question}</p>
          <p className="file-quiet">
            {request.asked}. {request.deadline}.
          </p>
          {request.answer ? <blockquote className="file-prose">{request.answer}</blockquote> : null}
          {request.answered ? <p className="file-quiet">{request.answered}.</p> : null}
          {request.cancelled ? <p className="file-quiet">{request.cancelled}</p> : null}
          <Attachments attachments={request.attachments} />
        </article>
      ))}
    </Section>
  )
}

function Attachments({ attachments }: { attachments: AttachmentModel[] }) {
  if (attachments.length === 0) return null
  return (
    <ul className="file-attachments">
      {attachments.map(({ id, title, href, by, at, request }) => (
        <li key={id}>
          {href ? (
            <a href={href} target="_blank" rel="noopener" aria-label={TEXTS.download(title)}>
              {title}
            </a>
          ) : (
            title
          )}
          <span className="file-quiet">
            {TEXTS.attached(by, at)}
            {request ? `, ${request}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Mails({ mails }: { mails: MailModel[] }) {
  return (
    <Section title={SECTIONS.mails} nothing={mails.length === 0 ? NOTHING.mails : undefined}>
      <ul className="file-lines">
        {mails.map(({ id, label, to, status, tone, href }) => (
          <li key={id}>
            <span className="file-lines__text">
              {href ? <a href={href}>{label}</a> : label}, {to}
            </span>
            <span className="file-lines__when">{tone === 'look' ? <strong>{status}</strong> : status}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Conversation({ file: { conversation } }: { file: FileModel }) {
  if (conversation.length === 0) return null
  return (
    <Section title={SECTIONS.conversation}>
      {conversation.map(({ rank, by, at, text, files }) => (
        <article key={rank} className="file-note">
          <p className="file-prose">{text}</p>
          <p className="file-quiet">{[TEXTS.noteBy(by, at), ...files].join(', ')}</p>
        </article>
      ))}
    </Section>
  )
}

function Notes({ file: { notes } }: { file: FileModel }) {
  if (notes === null) return null
  return (
    <Section title={SECTIONS.notes} nothing={notes.length === 0 ? NOTHING.notes : undefined}>
      {notes.map(({ rank, by, at, text }) => (
        <article key={rank} className="file-note">
          <p className="file-prose">{text}</p>
          <p className="file-quiet">{TEXTS.noteBy(by, at)}</p>
        </article>
      ))}
    </Section>
  )
}
