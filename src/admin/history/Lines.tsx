import { Section } from '../adhesion/Section.tsx'
import { Mark } from '../cells/Mark.tsx'

/** One thing of a history: what it was, how it stands, when. */
export type Line = { key: string; text: string; href?: string; when: string; mark?: { kind: string; label: string } }

/** A part of a history under its heading; what it says in place of nothing. */
export function Lines({ title, nothing, lines }: { title: string; nothing: string; lines: readonly Line[] }) {
  return (
    <Section title={title} nothing={lines.length === 0 ? nothing : undefined}>
      <ul className="file-lines">
        {lines.map(({ key, text, href, when, mark }) => (
          <li key={key}>
            <span className="file-lines__text">
              {href ? <a href={href}>{text}</a> : text} {mark ? <Mark kind={mark.kind}>{mark.label}</Mark> : null}
            </span>
            <span className="file-lines__when">{when}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
