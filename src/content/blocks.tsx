import type { ReactElement, ReactNode } from 'react'
import { ComingEvents, LatestPublications } from './announced-blocks.tsx'
import { Figures, Governance, Members } from './data-blocks.tsx'
import { safeHref } from './href.ts'
import { Commitments, Questions } from './list-blocks.tsx'
import { Mark } from './mark.tsx'
import { ImageWithText, Logos } from './media-blocks.tsx'
import type { BlockData, OpeningBlock, PageBlock, QuoteBlock, ValuesBlock } from './page-block.ts'
import { RichText, type ResolveLink } from './rich-text.tsx'

type Text = string | null | undefined

type Context = {
  resolveLink?: ResolveLink | undefined
  /** What the collections say today; without it, what would show it is left out. */
  data?: BlockData | undefined
  lang?: 'fr' | 'en'
}

type Props = Context & {
  layout: readonly PageBlock[]
  /** What the page is called, for an opening at its head that has no title of its own. */
  title?: string | undefined
}

/** The blocks of a page, each as wide as its reader needs it. */
export function Blocks({ layout, title, ...context }: Props): ReactElement {
  return (
    <>
      {layout.map((block, index) => (
        <PageBlockView key={index} block={block} head={index === 0 ? title : undefined} {...context} />
      ))}
    </>
  )
}

/** Whether the layout's first block brings the page's own first-level heading. */
export function hasOpening(layout: readonly PageBlock[]): boolean {
  const [first] = layout
  return first?.blockType === 'opening'
}

function PageBlockView({
  block,
  head,
  resolveLink,
  data,
  lang = 'fr',
}: Context & { block: PageBlock; head: string | undefined }): ReactNode {
  switch (block.blockType) {
    case 'opening':
      return <Opening {...block} head={head} />
    case 'richText':
      return (
        <section className="prose">
          <RichText content={block.content} resolveLink={resolveLink} />
        </section>
      )
    case 'values':
      return <Values {...block} />
    case 'callToJoin':
      return block.title || block.text || block.actionLabel ? (
        <section className="join">
          {block.title && <h2>{block.title}</h2>}
          {block.text && <p>{block.text}</p>}
          <Action label={block.actionLabel} href={block.actionHref} />
        </section>
      ) : null
    case 'quote':
      return <Quote {...block} />
    case 'commitments':
      return <Commitments {...block} />
    case 'questions':
      return <Questions {...block} resolveLink={resolveLink} />
    case 'imageWithText':
      return <ImageWithText {...block} resolveLink={resolveLink} />
    case 'logos':
      return <Logos {...block} />
    case 'figures':
      return data ? <Figures {...block} data={data} lang={lang} /> : null
    case 'governance':
      return data ? <Governance {...block} data={data} lang={lang} /> : null
    case 'members':
      return data ? <Members {...block} data={data} lang={lang} /> : null
    case 'latestPublications':
      return data ? <LatestPublications {...block} data={data} lang={lang} /> : null
    case 'comingEvents':
      return data ? <ComingEvents {...block} data={data} lang={lang} /> : null
    default:
      return null
  }
}

/** The heading of the page where it stands at its head, of a part of it below. */
function Opening({
  title,
  head,
  lead,
  actionLabel,
  actionHref,
}: OpeningBlock & { head: string | undefined }): ReactElement {
  return (
    <section className="opening">
      <div>
        {head !== undefined ? <h1>{title || head}</h1> : title && <h2>{title}</h2>}
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
