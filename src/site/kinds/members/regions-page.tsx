import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { RegionMap, type RegionCount } from './region-map.tsx'
import { DIRECTORY_TEXTS } from './texts.ts'

const T = DIRECTORY_TEXTS.regions

/** All regions, on the map and in its table, each with the way to its page. */
export function RegionsPage({
  chrome,
  canonical,
  regions,
}: {
  chrome: Chrome
  canonical: string
  regions: readonly RegionCount[]
}): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical}>
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      <RegionMap regions={regions} />
    </Layout>
  )
}
