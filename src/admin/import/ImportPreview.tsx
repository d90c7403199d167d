import { RichText } from '../../content/rich-text.tsx'
import type { Preview } from './send.ts'
import { IMPORT as T } from './words.ts'

/** The draft as it would be, after what to look at in it. */
export function ImportPreview({
  preview: { title, content, headings, otherwise, before, leftOut, signature, unknownWords },
}: {
  preview: Preview
}) {
  const lists = [
    { label: T.unknown, lines: unknownWords },
    { label: T.headings, lines: headings },
    { label: T.otherwise, lines: otherwise },
    { label: T.before, lines: before },
    { label: T.leftOut, lines: leftOut },
    { label: T.signature, lines: signature },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <>
      {lines(lists)}
      <section className="import-preview" aria-label={T.preview}>
        <h2>{T.preview}</h2>
        <h3 className="import-preview__title">{title}</h3>
        <RichText content={content} />
      </section>
    </>
  )
}

const lines = (lists: readonly { label: string; lines: readonly string[] }[]) =>
  lists.length === 0 ? (
    <p>{T.nothing}</p>
  ) : (
    lists.map((list) => (
      <details key={list.label} open>
        <summary>
          {list.label} ({list.lines.length})
        </summary>
        <ul>
          {list.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </details>
    ))
  )
