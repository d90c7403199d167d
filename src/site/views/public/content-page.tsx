import type { ReactElement } from 'react'
import { Blocks, hasOpening } from '../../../content/blocks.tsx'
import type { BlockData, PageBlock } from '../../../content/page-block.ts'
import type { ResolveLink } from '../../../content/rich-text.tsx'
import type { Chrome } from '../chrome.ts'
import { Layout, type LanguageLink } from '../layout.tsx'
import { Notice } from '../notice.tsx'
import { CHROME_TEXTS } from '../texts.ts'

type Props = {
  chrome: Chrome
  title: string
  description?: string | undefined
  canonical?: string | undefined
  layout: readonly PageBlock[]
  resolveLink?: ResolveLink
  /** What the collections say today, for the blocks that show it. */
  data?: BlockData | undefined
  languages?: readonly LanguageLink[]
  /** The page is not written in the language of its address: its French is shown, and says so. */
  inFrench?: boolean
}

/** A page that editors write. */
export function ContentPage({ chrome, title, description, canonical, layout, resolveLink, data, languages = [], inFrench = false }: Props): ReactElement {
  const { title: notice, text } = CHROME_TEXTS[chrome.lang].frenchOnly
  const content = (
    <>
      {!hasOpening(layout) && <h1 className="page-title">{title}</h1>}
      <Blocks layout={layout} resolveLink={resolveLink} data={data} lang={inFrench ? 'fr' : chrome.lang} />
    </>
  )
  return (
    <Layout chrome={chrome} title={title} description={description} canonical={canonical} languages={languages} noindex={inFrench}>
      {inFrench && (
        <Notice tone="warn" title={notice}>
          <p>{text}</p>
        </Notice>
      )}
      {inFrench ? <div lang="fr">{content}</div> : content}
    </Layout>
  )
}
