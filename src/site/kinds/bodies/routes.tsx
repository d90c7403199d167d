import type { Router } from 'express'
import { exactRouter } from '../../exact-router.ts'
import { placeOf } from '../../kept/place.ts'
import { sendRendered } from '../../kept/answer.ts'
import type { Site } from '../../site.ts'
import { bodiesOfToday, type BodyOfToday } from './bodies.ts'
import { BodiesPage, BodyPage, type BodyShown } from './bodies-page.tsx'
import { BODIES, bodyHref } from './kind.ts'

/** The bodies of the association and who sits in them. */
export function bodyRoutes(site: Site): Router {
  const { payload, env } = site
  const router = exactRouter()

  router.get(BODIES, async (req, res, next) => {
    const html = await site.rendered(placeOf(req, BODIES), async () => (
      <BodiesPage
        chrome={await site.chromes.of('fr', BODIES)}
        canonical={env.PUBLIC_URL + BODIES}
        bodies={(await bodiesOfToday(payload)).map(bodyShown)}
      />
    ))
    sendRendered(res, next, html)
  })

  router.get(`${BODIES}/:slug`, async (req, res, next) => {
    const { slug } = req.params
    const html = await site.rendered(placeOf(req, bodyHref(slug)), async () => {
      const found = (await bodiesOfToday(payload)).find(({ body }) => body.slug === slug)
      return found ? (
        <BodyPage
          chrome={await site.chromes.of('fr', BODIES)}
          canonical={env.PUBLIC_URL + bodyHref(slug)}
          body={bodyShown(found)}
          backHref={BODIES}
        />
      ) : null
    })
    sendRendered(res, next, html)
  })
  return router
}

function bodyShown({ body, holders, former }: BodyOfToday): BodyShown {
  const open = body.joinableBy ?? []
  const openTo = open.length === 2 ? 'both' : (open[0] ?? null)
  return {
    name: body.name,
    slug: body.slug,
    mission: body.mission ?? null,
    openTo,
    isAssembly: body.kind === 'assembly',
    holders,
    former,
    href: bodyHref(body.slug),
  }
}
