import type { ServerProps } from 'payload'
import { FAILED_MAILS } from '../lists/filters-of.ts'
import { readerFor } from '../reader.ts'
import type { Queue } from './model.ts'
import { readQueues } from './read-queues.ts'
import { LINES, QUEUES } from './words.ts'

/** What waits for this person, first thing on the dashboard. */
export async function Queues({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  const waiting = reader ? await readQueues(reader) : null
  if (!waiting) return null
  const { queues, failedMails, mailHeld } = waiting
  return (
    <div className="queues">
      {mailHeld ? (
        <section className="queue">
          <h2>{QUEUES.held}</h2>
          <p className="file-alert">{LINES.held}</p>
        </section>
      ) : null}
      {failedMails > 0 ? (
        <section className="queue">
          <h2>{QUEUES.mails}</h2>
          <p className="file-alert">
            {LINES.failed(failedMails)}{' '}
            <a href={`/admin/collections/messages?${FAILED_MAILS.query}`}>{LINES.failedList}</a>
          </p>
        </section>
      ) : null}
      {queues.map((queue) => (
        <QueueSection key={queue.title} queue={queue} />
      ))}
      {queues.length === 0 ? <p className="file-quiet">{LINES.nothing}</p> : null}
    </div>
  )
}

function QueueSection({ queue: { title, items, more } }: { queue: Queue }) {
  return (
    <section className="queue" aria-label={title}>
      <h2>
        {title} <span className="queue__more">({items.length + more})</span>
      </h2>
      <ul className="queue__items">
        {items.map(({ id, href, name, detail, when }) => (
          <li key={id}>
            <a href={href}>
              <span>
                <span className="queue__name">{name}</span> <span className="queue__more">{detail}</span>
              </span>
              <span className="queue__when">{when}</span>
            </a>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="queue__more">{LINES.more(more)}</p> : null}
    </section>
  )
}
