import type { Router } from 'express'
import type { ReactElement } from 'react'
import { readableText, wordsChanged } from '../../../content/words-changed.ts'
import { charterInForce, charterOfToday, isSuperseded } from '../../../charter/in-force.ts'
import { now } from '../../../lib/clock.ts'
import { parisDay } from '../../../lib/dates.ts'
import type { CharterVersion } from '../../../payload-types.ts'
import { exactRouter } from '../../exact-router.ts'
import { placeOf } from '../../place.ts'
import { sendRendered, type Site } from '../../site.ts'
import type { NavLink } from '../../views/chrome.ts'
import { CharterChangesPage } from './charter-changes-page.tsx'
import { CharterPage, NoCharterPage } from './charter-page.tsx'
import { CHARTER_TEXTS } from './texts.ts'

const HREF = '/charte'
const NUMBER = /^[1-9]\d{0,5}$/

/** The charter in force, every adopted version by its number, and the very bytes that are signed. */
export function charterRoutes(site: Site): Router {
  const router = exactRouter()
  router.get(HREF, async (req, res, next) => {
    sendRendered(res, next, await site.rendered(placeOf(req, HREF), () => present(site)))
  })
  router.get(`${HREF}/:number.md`, async (req, res, next) => {
    const { number } = req.params
    const text = await site.rendered(placeOf(req, `${HREF}/${number}.md`), async () => {
      const version = (await adopted(site)).find((each) => String(each.number) === number)
      return version ? { type: 'text/markdown; charset=utf-8', text: version.canonicalText ?? '' } : null
    })
    sendRendered(res, next, text)
  })
  router.get(`${HREF}/:number`, async (req, res, next) => {
    const { number } = req.params
    if (NUMBER.test(number))
      sendRendered(
        res,
        next,
        await site.rendered(placeOf(req, `${HREF}/${number}`), () => byNumber(site, Number(number))),
      )
    else next()
  })
  router.get(`${HREF}/:number/changements`, async (req, res, next) => {
    const { number } = req.params
    if (NUMBER.test(number))
      sendRendered(
        res,
        next,
        await site.rendered(placeOf(req, changesHref(Number(number))), () => changesOf(site, Number(number))),
      )
    else next()
  })
  return router
}

const changesHref = (number: number): string => `${HREF}/${number}/changements`

/** The adopted version that came before one and binds somebody whom it binds. */
function versionBefore(
  versions: readonly CharterVersion[],
  { number, binds }: CharterVersion,
): CharterVersion | undefined {
  return versions.find(
    (each) => each.number < number && (binds === 'both' || each.binds === 'both' || each.binds === binds),
  )
}

async function changesOf(site: Site, number: number): Promise<ReactElement | null> {
  const versions = await adopted(site)
  const after = versions.find((each) => each.number === number)
  const before = after && versionBefore(versions, after)
  if (!before) return null
  return (
    <CharterChangesPage
      chrome={await site.chromes.of('fr', HREF)}
      canonical={site.env.PUBLIC_URL + changesHref(number)}
      before={before.number}
      after={number}
      changes={wordsChanged(readableText(before.canonicalText ?? ''), readableText(after.canonicalText ?? ''))}
      backHref={`${HREF}/${number}`}
    />
  )
}

async function adopted({ payload }: Site): Promise<CharterVersion[]> {
  const { docs } = await payload.find({
    collection: 'charter-versions',
    where: { status: { equals: 'adopted' } },
    sort: '-number',
    pagination: false,
    depth: 0,
    overrideAccess: false,
  })
  return docs
}

async function present(site: Site): Promise<ReactElement> {
  const at = now()
  const version = await charterOfToday(site.payload, at)
  return version ? viewOf(site, version, HREF) : <NoCharterPage chrome={await site.chromes.of('fr', HREF)} />
}

async function byNumber(site: Site, number: number): Promise<ReactElement | null> {
  const version = (await adopted(site)).find((each) => each.number === number)
  return version ? viewOf(site, version, `${HREF}/${number}`) : null
}

async function viewOf(site: Site, version: CharterVersion, href: string): Promise<ReactElement> {
  const { number, binds, canonicalText, sha256, effectiveOn, signatureLines } = version
  const at = now()
  const replacing = (await isSuperseded(site.payload, version, at))
    ? await charterInForce(site.payload, binds === 'partner' ? 'partner' : 'member', at)
    : null
  const versions = await adopted(site)
  const others = versions.filter((each) => each.number !== number).map(linkTo)
  const before = versionBefore(versions, version)
  return (
    <CharterPage
      chrome={await site.chromes.of('fr', HREF)}
      canonical={site.env.PUBLIC_URL + href}
      charter={{
        number,
        binds,
        markdown: canonicalText ?? '',
        sha256: sha256 ?? '',
        effectiveFrom: effectiveOn ?? '',
        isFuture: (effectiveOn ?? '') > parisDay(at),
        rawHref: `${HREF}/${number}.md`,
        signatureLines: (signatureLines ?? '').split('\n').filter((line) => line.trim() !== ''),
        ...(before ? { changes: { before: before.number, href: changesHref(number) } } : {}),
        ...(replacing ? { supersededBy: { number: replacing.number, href: `${HREF}/${replacing.number}` } } : {}),
      }}
      others={others}
    />
  )
}

const linkTo = ({ number, binds }: CharterVersion): NavLink => ({
  href: `${HREF}/${number}`,
  label:
    binds === 'both'
      ? CHARTER_TEXTS.version(number)
      : `${CHARTER_TEXTS.version(number)}, pour ${CHARTER_TEXTS.binds[binds]}`,
})
