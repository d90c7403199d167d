import type { PresentationOf } from '../presentation.ts'
import { ANYBODY } from '../anybody.ts'
import { bodiesOfToday } from './bodies.ts'
import { BODIES, BODY_KIND, bodyHref } from './kind.ts'
import { bodyRoutes } from './routes.tsx'

export const BODY_PAGES: PresentationOf<'governance-bodies'> = {
  kind: BODY_KIND,
  routes: bodyRoutes,
  listed: async (payload) => {
    const { docs } = await payload.find({ collection: 'governance-bodies', sort: 'name', ...ANYBODY })
    return [{ href: BODIES }, ...docs.map(({ slug }) => ({ href: bodyHref(slug) }))]
  },
  search: {
    label: 'Instance',
    list: {
      title: 'La gouvernance',
      text: 'Les instances de la CPOF et ceux qui y siègent.',
      known:
        'bureau assemblée générale comité présidence présidente président trésorier secrétaire élus mandats statuts qui décide',
    },
    entries: async (payload) =>
      (await bodiesOfToday(payload)).map(({ body, holders }) => ({
        href: bodyHref(body.slug),
        title: body.name,
        text: [body.mission, ...holders.map(({ name }) => name)].filter(Boolean).join('\n'),
      })),
  },
  menu: { menu: 'nav', rank: 1, fr: 'Gouvernance', en: 'Governance (in French)' },
}
