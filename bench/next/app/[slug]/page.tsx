import { notFound } from 'next/navigation'
import { getPayload } from 'payload'
import config from '../../../../payload.config.ts'
import { Blocks } from '../../../../src/content/blocks.tsx'
import { publishedTree } from '../../../../src/content/pages/published-tree.ts'
import { shownPage } from '../../../../src/site/kinds/pages/shown-page.ts'

export const dynamic = 'force-dynamic'

/** A page of the editors' as a dynamic page of Next's shows it: read by the Local API, the same blocks, no menus around it. */
export default async function Page({ params }: { params: Promise<{ slug: string }> }) {
  const payload = await getPayload({ config })
  const { slug } = await params
  const { docs } = await payload.find({
    collection: 'pages',
    where: { slug: { equals: slug } },
    locale: 'fr',
    fallbackLocale: false,
    depth: 1,
    limit: 1,
    pagination: false,
    overrideAccess: false,
  })
  const page = docs[0]
  if (!page) notFound()
  const { content } = await shownPage(payload, page, 'fr', await publishedTree(payload, 'fr'))
  return (
    <main>
      <h1>{page.title}</h1>
      <Blocks layout={content.layout} resolveLink={content.resolveLink} data={content.data} lang="fr" />
    </main>
  )
}
