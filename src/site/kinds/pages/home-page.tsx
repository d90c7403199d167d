import type { ReactElement } from 'react'
import { Blocks, hasOpening } from '../../../content/blocks.tsx'
import { Layout } from '../../views/layout.tsx'
import { Steps } from '../../views/steps.tsx'
import { NAME } from '../../views/texts.ts'
import { organisationData } from '../../structured-data.ts'
import type { WrittenPage } from './content-page.tsx'
import { JOINING } from './texts.ts'

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
}: WrittenPage): ReactElement {
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
      {chrome.lang === 'fr' && <Steps {...JOINING} />}
      <Blocks layout={closing} {...shared} />
    </Layout>
  )
}
