import type { ReactElement, ReactNode } from 'react'
import { Blocks, hasOpening } from '../../../content/blocks.tsx'
import type { BlockData, PageBlock } from '../../../content/page-block.ts'
import type { ResolveLink } from '../../../content/rich-text.tsx'
import type { Chrome, NavLink } from '../../views/chrome.ts'
import { Layout, type LanguageLink } from '../../views/layout.tsx'
import { Notice } from '../../views/notice.tsx'
import { CHROME_TEXTS } from '../../views/texts.ts'
import { Below, Crumbs } from './around-page.tsx'
import { IdentityFacts } from './identity-facts.tsx'
import { PrivacyFacts } from './privacy-facts.tsx'
import type { AddedFacts } from './shown-page.ts'

/** The part of a page that editors write, and how the page is named and shared. */
export type WrittenPage = {
  chrome: Chrome
  /** The title where the page is listed or shared, in place of its own. */
  headTitle?: string | undefined
  picture?: string | undefined
  description?: string | undefined
  canonical?: string | undefined
  layout: readonly PageBlock[]
  resolveLink?: ResolveLink
  /** The records of today, for the blocks that show them. */
  data?: BlockData | undefined
  languages?: readonly LanguageLink[]
  /** A notice over a page that is not the published one; it keeps the page out of search engines. */
  banner?: ReactNode
}

type Props = WrittenPage &
  AddedFacts & {
    title: string
    /** Links from the front of the site to the page above; none for a page at the top. */
    above?: readonly NavLink[]
    /** The pages right below. */
    below?: readonly NavLink[]
    /** The page is not written in the language of its address: its French is shown, and says so. */
    inFrench?: boolean
  }

/** A page that editors write. */
export function ContentPage({
  chrome,
  title,
  headTitle,
  picture,
  description,
  canonical,
  layout,
  resolveLink,
  data,
  languages = [],
  banner,
  above = [],
  below = [],
  identity,
  privacy,
  inFrench = false,
}: Props): ReactElement {
  const { title: notice, text } = CHROME_TEXTS[chrome.lang].frenchOnly
  const around = inFrench ? chrome.lang : undefined
  return (
    <Layout
      chrome={chrome}
      title={headTitle ?? title}
      picture={picture}
      description={description}
      canonical={canonical}
      languages={languages}
      noindex={inFrench || Boolean(banner)}
      contentLang={inFrench ? 'fr' : undefined}
    >
      {banner}
      {above.length > 0 && <Crumbs lang={chrome.lang} within={around} above={above} title={title} />}
      {inFrench && (
        <div lang={around}>
          <Notice tone="warn" title={notice}>
            <p>{text}</p>
            {canonical && (
              <p>
                <a href={canonical} lang="fr" hrefLang="fr">
                  {CHROME_TEXTS.fr.readHere}
                </a>
              </p>
            )}
          </Notice>
        </div>
      )}
      {!hasOpening(layout) && <h1 className="page-title">{title}</h1>}
      <Blocks
        layout={layout}
        title={title}
        resolveLink={resolveLink}
        data={data}
        lang={inFrench ? 'fr' : chrome.lang}
      />
      {identity && <IdentityFacts identity={identity} />}
      {privacy && <PrivacyFacts privacy={privacy} lang={chrome.lang} />}
      {below.length > 0 && <Below lang={chrome.lang} within={around} pages={below} />}
    </Layout>
  )
}
