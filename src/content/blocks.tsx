import type { ReactElement, ReactNode } from 'react'
import { safeHref } from './href.ts'
import { Mark } from './mark.tsx'
import { RichText, type ResolveLink } from './rich-text.tsx'

type Text = string | null | undefined

export type OpeningBlock = { blockType: 'opening'; title?: Text; lead?: Text; actionLabel?: Text; actionHref?: Text }
export type RichTextBlock = { blockType: 'richText'; content?: unknown }
export type ValuesBlock = { blockType: 'values'; title?: Text; items?: readonly { title?: Text; text?: Text }[] | null }
export type CallToJoinBlock = { blockType: 'callToJoin'; title?: Text; text?: Text; actionLabel?: Text; actionHref?: Text }
export type QuoteBlock = { blockType: 'quote'; text?: Text; author?: Text; role?: Text }

/** A block of a page's `layout` as Payload stores it. A slug that is not ours is not shown. */
export type PageBlock = OpeningBlock | RichTextBlock | ValuesBlock | CallToJoinBlock | QuoteBlock

type Props = { layout: readonly PageBlock[]; resolveLink?: ResolveLink | undefined }

/** The blocks of a page, each as wide as its reader needs it. */
export function Blocks({ layout, resolveLink }: Props): ReactElement {
  return (
    <>
      {layout.map((block, index) => (
        <PageBlockView key={index} block={block} resolveLink={resolveLink} />
      ))}
    </>
  )
}

/** Whether the layout's first block brings the page's own first-level heading. */
export function hasOpening(layout: readonly PageBlock[]): boolean {
  const [first] = layout
  return first?.blockType === 'opening' && Boolean(first.title)
}

function PageBlockView({ block, resolveLink }: { block: PageBlock; resolveLink: ResolveLink | undefined }): ReactNode {
  switch (block.blockType) {
    case 'opening':
      return <Opening {...block} />
    case 'richText':
      return (
        <section className="prose">
          <RichText content={block.content} resolveLink={resolveLink} />
        </section>
      )
    case 'values':
      return <Values {...block} />
    case 'callToJoin':
      return (
        <section className="join">
          {block.title && <h2>{block.title}</h2>}
          {block.text && <p>{block.text}</p>}
          <Action label={block.actionLabel} href={block.actionHref} />
        </section>
      )
    case 'quote':
      return <Quote {...block} />
    default:
      return null
  }
}

function Opening({ title, lead, actionLabel, actionHref }: OpeningBlock): ReactElement {
  return (
    <section className="opening">
      <div>
        {title && <h1>{title}</h1>}
        {lead && <p className="lead">{lead}</p>}
        <Action label={actionLabel} href={actionHref} />
      </div>
      <Mark className="hall" />
    </section>
  )
}

function Values({ title, items }: ValuesBlock): ReactElement {
  return (
    <section className="values">
      {title && <h2>{title}</h2>}
      {/* The style sheet takes the list's box away, and with it, in some browsers, its role. */}
      <ul role="list">
        {(items ?? []).map((item, index) => (
          <li key={index}>
            <Mark className="seat-of" only={index} />
            {item.title && <h3>{item.title}</h3>}
            {item.text && <p>{item.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Quote({ text, author, role }: QuoteBlock): ReactElement {
  return (
    <figure className="quote">
      <blockquote>
        <p>{text}</p>
      </blockquote>
      {author && (
        <figcaption>
          <strong>{author}</strong>
          {role && <span>{role}</span>}
        </figcaption>
      )}
    </figure>
  )
}

function Action({ label, href }: { label: Text; href: Text }): ReactElement | null {
  const address = safeHref(href)
  if (!label || address === null) return null
  return (
    <p className="action">
      <a className="button" href={address}>
        {label}
      </a>
    </p>
  )
}
