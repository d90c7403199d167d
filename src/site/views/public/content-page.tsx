import type { ReactElement } from 'react'
import { Blocks, hasOpening, type PageBlock } from '../../../content/blocks.tsx'
import type { ResolveLink } from '../../../content/rich-text.tsx'
import type { Chrome } from '../chrome.ts'
import { Layout } from '../layout.tsx'

type Props = {
  chrome: Chrome
  title: string
  description?: string | undefined
  canonical?: string | undefined
  layout: readonly PageBlock[]
  resolveLink?: ResolveLink
}

/** A page that editors write. */
export function ContentPage({ chrome, title, description, canonical, layout, resolveLink }: Props): ReactElement {
  return (
    <Layout chrome={chrome} title={title} description={description} canonical={canonical}>
      {!hasOpening(layout) && <h1 className="page-title">{title}</h1>}
      <Blocks layout={layout} resolveLink={resolveLink} />
    </Layout>
  )
}
