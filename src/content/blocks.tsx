import { Fragment, type ReactElement, type ReactNode } from 'react'
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
  /** The records of today; without them, blocks that would show them are left out. */
  data?: BlockData | undefined
  lang?: 'fr' | 'en'
}

type Props = Context & {
  layout: readonly PageBlock[]
  /** The title of the page, for an opening at its head that has none of its own. */
  title?: string | undefined
}

/** The blocks of a page, each as wide as its reader needs it. */
export function Blocks({ layout, title, resolveLink, data, lang = 'fr' }: Props): ReactElement {
  const named = new Set<string>()
  return (
    <>
      {layout.map((block, index) => (
        <Fragment key={index}>
          {viewOf(block.blockType, block, { resolveLink, named, data, lang, head: index === 0 ? title : undefined })}
        </Fragment>
      ))}
    </>
  )
}

/** Whether the layout's first block brings the page's own first-level heading. */
export function hasOpening(layout: readonly PageBlock[]): boolean {
  const [first] = layout
  return first?.blockType === 'opening'
}

/** Each block of the pages by its slug. */
type BlockOf = { [Block in PageBlock as Block['blockType']]: Block }

/** The surroundings that the view of a block is given beside the block itself. */
type Shown = Context & { named: Set<string>; lang: 'fr' | 'en'; head: string | undefined }

/** The view of each block: a block without one does not compile. */
const VIEWS: { readonly [Slug in keyof BlockOf]: (block: BlockOf[Slug], shown: Shown) => ReactNode } = {
  opening: (block, { head }) => <Opening {...block} head={head} />,
  richText: ({ content }, { resolveLink, named }) => (
    <section className="prose">
      <RichText content={content} resolveLink={resolveLink} named={named} />
    </section>
  ),
  values: (block) => <Values {...block} />,
  callToJoin: ({ title, text, actionLabel, actionHref }) =>
    title || text || actionLabel ? (
      <section className="join">
        {title && <h2>{title}</h2>}
        {text && <p>{text}</p>}
        <Action label={actionLabel} href={actionHref} />
      </section>
    ) : null,
  quote: (block) => <Quote {...block} />,
  commitments: (block) => <Commitments {...block} />,
  questions: (block, { resolveLink, named }) => <Questions {...block} resolveLink={resolveLink} named={named} />,
  imageWithText: (block, { resolveLink, named }) => (
    <ImageWithText {...block} resolveLink={resolveLink} named={named} />
  ),
  logos: (block) => <Logos {...block} />,
  figures: (block, { data, lang }) => data && <Figures {...block} data={data} lang={lang} />,
  governance: (block, { data, lang }) => data && <Governance {...block} data={data} lang={lang} />,
  members: (block, { data, lang }) => data && <Members {...block} data={data} lang={lang} />,
  latestPublications: (block, { data, lang }) => data && <LatestPublications {...block} data={data} lang={lang} />,
  comingEvents: (block, { data, lang }) => data && <ComingEvents {...block} data={data} lang={lang} />,
}

/** Shows a block; one that an earlier version stored under a slug that is no more is left out. */
function viewOf<Slug extends keyof BlockOf>(slug: Slug, block: BlockOf[Slug], shown: Shown): ReactNode {
  return Object.hasOwn(VIEWS, slug) ? VIEWS[slug](block, shown) : null
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
