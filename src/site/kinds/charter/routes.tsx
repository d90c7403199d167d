import type { Router } from 'express'
import type { ReactElement } from 'react'
import { readableText, wordsChanged } from '../../../content/words-changed.ts'
import { charterInForce, charterOfToday, isSuperseded } from '../../../charter/in-force.ts'
import { now } from '../../../lib/clock.ts'
import { parisDay } from '../../../lib/dates.ts'
import type { CharterVersion } from '../../../payload-types.ts'
import { adoptedVersions } from './adopted.ts'
import { CHARTER } from './kind.ts'
import { exactRouter } from '../../exact-router.ts'
import { placeOf } from '../../kept/place.ts'
import type { Site } from '../../site.ts'
import { sendRendered } from '../../kept/answer.ts'
import type { NavLink } from '../../views/chrome.ts'
import { CharterChangesPage } from './charter-changes-page.tsx'
import { CharterPage, NoCharterPage } from './charter-page.tsx'
import { CHARTER_TEXTS } from './texts.ts'

const NUMBER = /^[1-9]\d{0,5}$/

/** The charter in force, every adopted version by its number, and the very bytes that are signed. */
export function charterRoutes(site: Site): Router {
  const router = exactRouter()
  router.get(CHARTER, async (req, res, next) => {
    sendRendered(res, next, await site.rendered(placeOf(req, CHARTER), () => present(site)))
  })
  router.get(`${CHARTER}/:number.md`, async (req, res, next) => {
    const { number } = req.params
    const text = await site.rendered(placeOf(req, `${CHARTER}/${number}.md`), async () => {
      const version = (await adoptedVersions(site.payload)).find((each) => String(each.number) === number)
      return version ? { type: 'text/markdown; charset=utf-8', text: version.canonicalText ?? '' } : null
    })
    sendRendered(res, next, text)
  })
  router.get(`${CHARTER}/:number`, async (req, res, next) => {
    const { number } = req.params
    if (NUMBER.test(number))
      sendRendered(
        res,
        next,
        await site.rendered(placeOf(req, `${CHARTER}/${number}`), () => byNumber(site, Number(number))),
      )
    else next()
  })
  router.get(`${CHARTER}/:number/changements`, async (req, res, next) => {
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

const changesHref = (number: number): string => `${CHARTER}/${number}/changements`

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
  const versions = await adoptedVersions(site.payload)
  const after = versions.find((each) => each.number === number)
  const before = after && versionBefore(versions, after)
  if (!before) return null
  return (
    <CharterChangesPage
      chrome={await site.chromes.of('fr', CHARTER)}
      canonical={site.env.PUBLIC_URL + changesHref(number)}
      before={before.number}
      after={number}
      changes={wordsChanged(readableText(before.canonicalText ?? ''), readableText(after.canonicalText ?? ''))}
      backHref={`${CHARTER}/${number}`}
    />
  )
}

async function present(site: Site): Promise<ReactElement> {
  const at = now()
  const version = await charterOfToday(site.payload, at)
  return version ? viewOf(site, version, CHARTER) : <NoCharterPage chrome={await site.chromes.of('fr', CHARTER)} />
}

async function byNumber(site: Site, number: number): Promise<ReactElement | null> {
  const version = (await adoptedVersions(site.payload)).find((each) => each.number === number)
  return version ? viewOf(site, version, `${CHARTER}/${number}`) : null
}

async function viewOf(site: Site, version: CharterVersion, href: string): Promise<ReactElement> {
  const { number, binds, canonicalText, sha256, effectiveOn, signatureLines } = version
  const at = now()
  const replacing = (await isSuperseded(site.payload, version, at))
    ? await charterInForce(site.payload, binds === 'partner' ? 'partner' : 'member', at)
    : null
  const versions = await adoptedVersions(site.payload)
  const others = versions.filter((each) => each.number !== number).map(linkTo)
  const before = versionBefore(versions, version)
  return (
    <CharterPage
      chrome={await site.chromes.of('fr', CHARTER)}
      canonical={site.env.PUBLIC_URL + href}
      charter={{
        number,
        binds,
        markdown: canonicalText ?? '',
        sha256: sha256 ?? '',
        effectiveFrom: effectiveOn ?? '',
        isFuture: (effectiveOn ?? '') > parisDay(at),
        rawHref: `${CHARTER}/${number}.md`,
        signatureLines: (signatureLines ?? '').split('\n').filter((line) => line.trim() !== ''),
        ...(before ? { changes: { before: before.number, href: changesHref(number) } } : {}),
        ...(replacing ? { supersededBy: { number: replacing.number, href: `${CHARTER}/${replacing.number}` } } : {}),
      }}
      others={others}
    />
  )
}

const linkTo = ({ number, binds }: CharterVersion): NavLink => ({
  href: `${CHARTER}/${number}`,
  label:
    binds === 'both'
      ? CHARTER_TEXTS.version(number)
      : `${CHARTER_TEXTS.version(number)}, pour ${CHARTER_TEXTS.binds[binds]}`,
})
