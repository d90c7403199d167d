import type { ReactElement, ReactNode } from 'react'
import { Blocks, hasOpening } from '../../../content/blocks.tsx'
import type { BlockData, PageBlock } from '../../../content/page-block.ts'
import type { ResolveLink } from '../../../content/rich-text.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { Layout, type LanguageLink } from '../../views/layout.tsx'
import { NAME } from '../../views/texts.ts'
import { organisationData } from '../../structured-data.ts'
import { JOINING } from './texts.ts'

type Props = {
  chrome: Chrome
  /** What stands in place of its name where it is listed or shared. */
  headTitle?: string | undefined
  picture?: string | undefined
  description?: string | undefined
  canonical?: string | undefined
  /** The blocks of the page that is the site's front. */
  layout: readonly PageBlock[]
  resolveLink?: ResolveLink
  /** What the collections say today, for the blocks that show it. */
  data?: BlockData | undefined
  languages?: readonly LanguageLink[]
  /** Said over a page that is not the published one, and keeps it out of search engines. */
  banner?: ReactNode
}

/** The front page: what the editors wrote and, in French, the road to joining before the last call. */
export function HomePage({
  chrome,
  headTitle,
  picture,
  description,
  canonical,
  layout,
  resolveLink,
  data,
  languages = [],
  banner,
}: Props): ReactElement {
  const shared = { resolveLink, data, lang: chrome.lang }
  const last = layout.at(-1)
  const closing = last?.blockType === 'callToJoin' ? [last] : []
  const body = closing.length > 0 ? layout.slice(0, -1) : layout
  return (
    <Layout
      chrome={chrome}
      title={headTitle ?? NAME}
      picture={picture}
      data={canonical === undefined ? undefined : organisationData(new URL(canonical).origin)}
      description={description}
      canonical={canonical}
      languages={languages}
      noindex={Boolean(banner)}
    >
      {banner}
      {!hasOpening(layout) && <h1 className="page-title">{NAME}</h1>}
      <Blocks layout={body} title={NAME} {...shared} />
      {chrome.lang === 'fr' && <Joining />}
      <Blocks layout={closing} {...shared} />
    </Layout>
  )
}

function Joining(): ReactElement {
  return (
    <section className="joining">
      <h2>{JOINING.title}</h2>
      <ol>
        {JOINING.steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
