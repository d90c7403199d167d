import type { Router } from 'express'
import type { Member } from '../../../payload-types.ts'
import { REGIONS } from '../../../organisation/region.ts'
import { memberHref, MEMBERS, regionAt, regionHref, REGIONS_AT, tailIn } from './kind.ts'
import { countsByRegion, listedMembers, networksOf, searchIn, type Networks } from './members.ts'
import { comingAndPast, publishedEvents } from '../events/published.ts'
import { exactRouter } from '../../exact-router.ts'
import { releasedPublications } from '../publications/released.ts'
import { placeOf } from '../../kept/place.ts'
import type { Site } from '../../site.ts'
import { sendRendered } from '../../kept/answer.ts'
import { DIRECTORY_CSV, DIRECTORY_JSON, directoryCsv, directoryJson } from './open-directory.ts'
import { OpenDataPage } from './open-data-page.tsx'
import { MemberPage } from './member-page.tsx'
import { MembersPage, type MemberLine } from './members-page.tsx'
import { RegionPage } from './region-page.tsx'
import { RegionsPage } from './regions-page.tsx'
import { wordsIn } from '../../query.ts'
import { pageOf } from '../../views/pager.tsx'
import { whileUnchanged } from '../../kept/while-unchanged.ts'
import { JOIN, OPEN_DATA } from '../../fixed-pages.ts'

/** Members on one page of the directory. */
const MOST_ON_PAGE = 24

/** The directory as it was asked for, at another of its pages. */
function membersHref(query: Readonly<Record<string, unknown>>, page: number): string {
  const asked = ['q', 'region', 'qualite', 'reseau'].map((name) => [name, wordsIn(query, name)])
  const kept = asked.filter(([, value]) => value !== '')
  const all = new URLSearchParams([...kept, ...(page > 1 ? [['page', String(page)]] : [])]).toString()
  return all === '' ? MEMBERS : `${MEMBERS}?${all}`
}

/** The directory: its members, each of them, and those of a region. */
export function memberRoutes(site: Site): Router {
  const { payload, env } = site
  const members = whileUnchanged(site.epoch, () => listedMembers(payload))
  const networks = whileUnchanged(site.epoch, async () => networksOf(payload, await members()))
  const router = exactRouter()

  router.get(MEMBERS, async (req, res, next) => {
    const search = searchIn(req.query)
    const isSearch = Object.keys(search).length > 0
    const asked = wordsIn(req.query, 'page')
    const isPage = /^[1-9]\d{0,5}$/.test(asked) && asked !== '1'
    const html = await site.rendered(
      placeOf(
        req,
        isSearch || isPage ? `${MEMBERS}?${JSON.stringify({ ...search, page: isPage ? asked : '1' })}` : MEMBERS,
        'words' in search || 'network' in search || isPage,
      ),
      async () => {
        const all = await members()
        const inNetwork = await networks()
        const found = (isSearch ? await listedMembers(payload, search) : all).filter(
          ({ id }) => !search.network || inNetwork.get(id)?.id.endsWith(search.network),
        )
        const regions = countsByRegion(all)
        const shown = pageOf(found, asked, MOST_ON_PAGE)
        const hrefOf = (page: number) => membersHref(req.query, page)
        return (
          <MembersPage
            chrome={await site.chromes.of('fr', MEMBERS)}
            canonical={env.PUBLIC_URL + (isSearch || shown.page === 1 ? MEMBERS : hrefOf(shown.page))}
            members={{ ...shown, items: shown.items.map(lineOf) }}
            hrefOf={hrefOf}
            search={search}
            regions={regions}
            networks={networkChoices(inNetwork)}
          />
        )
      },
    )
    sendRendered(res, next, html)
  })

  router.get(OPEN_DATA, async (req, res, next) => {
    const html = await site.rendered(placeOf(req, OPEN_DATA), async () => (
      <OpenDataPage chrome={await site.chromes.of('fr', OPEN_DATA)} canonical={env.PUBLIC_URL + OPEN_DATA} />
    ))
    sendRendered(res, next, html)
  })

  router.get(DIRECTORY_JSON, async (req, res, next) => {
    const made = await site.rendered(placeOf(req, DIRECTORY_JSON), async () => ({
      type: 'application/json; charset=utf-8',
      text: await directoryJson(payload, env.PUBLIC_URL),
    }))
    sendRendered(res, next, made)
  })

  router.get(DIRECTORY_CSV, async (req, res, next) => {
    const made = await site.rendered(placeOf(req, DIRECTORY_CSV), async () => ({
      type: 'text/csv; charset=utf-8; header=present',
      text: await directoryCsv(payload, env.PUBLIC_URL),
      download: 'cpof-annuaire.csv',
    }))
    sendRendered(res, next, made)
  })

  router.get(`${MEMBERS}/:address`, async (req, res, next) => {
    const { address } = req.params
    const href = `${MEMBERS}/${address}`
    const tail = tailIn(address)
    if (tail === null) {
      next()
      return
    }
    const html = await site.rendered(placeOf(req, href), async () => {
      const found = (await members()).filter(({ id }) => id.endsWith(tail))
      const member = found.find((each) => memberHref(each) === href) ?? found[0]
      if (!member) return null
      return memberHref(member) === href
        ? memberView(site, member, await members(), await networks(), await site.chromes.of('fr', MEMBERS))
        : { movedTo: memberHref(member) }
    })
    sendRendered(res, next, html)
  })

  router.get(REGIONS_AT, async (req, res, next) => {
    const html = await site.rendered(placeOf(req, REGIONS_AT), async () => (
      <RegionsPage
        chrome={await site.chromes.of('fr', MEMBERS)}
        canonical={env.PUBLIC_URL + REGIONS_AT}
        regions={countsByRegion(await members())}
      />
    ))
    sendRendered(res, next, html)
  })

  router.get(`${REGIONS_AT}/:slug`, async (req, res, next) => {
    const region = regionAt(req.params.slug)
    if (!region) {
      next()
      return
    }
    const href = regionHref(region)
    const html = await site.rendered(placeOf(req, href), async () => (
      <RegionPage
        chrome={await site.chromes.of('fr', MEMBERS)}
        canonical={env.PUBLIC_URL + href}
        name={region.name}
        members={(await listedMembers(payload, { region: region.code })).map(lineOf)}
        events={comingAndPast(await publishedEvents(payload)).coming.filter((event) => event.region === region.code)}
        publications={(await releasedPublications(payload)).filter(({ regions }) => regions?.includes(region.code))}
        membersHref={MEMBERS}
        joinHref={JOIN}
      />
    ))
    sendRendered(res, next, html)
  })
  return router
}

const regionOf = (member: Member) => REGIONS.find(({ code }) => code === member.directory?.region)

function lineOf(member: Member): MemberLine {
  const { legalName, acronym, kind, directory } = member
  return {
    href: memberHref(member),
    name: legalName,
    acronym: acronym ?? null,
    kind,
    place: [directory?.city, regionOf(member)?.name].filter(Boolean).join(', '),
  }
}

/** The end of a member's address: it names it in a search too, and holds through a change of name. */
const nameInAddress = (member: Member): string => memberHref(member).slice(MEMBERS.length + 1)

const networkChoices = (networks: Networks) =>
  [...new Map([...networks.values()].map((each) => [each.id, each])).values()]
    .sort((a, b) => a.legalName.localeCompare(b.legalName, 'fr'))
    .map((each) => ({ id: each.id, name: nameInAddress(each), label: each.acronym ?? each.legalName }))

function memberView(
  { env }: Site,
  member: Member,
  members: readonly Member[],
  networks: Networks,
  chrome: Parameters<typeof MemberPage>[0]['chrome'],
) {
  const { legalName, acronym, kind, effectiveOn, directory } = member
  const region = regionOf(member)
  const network = networks.get(member.id)
  return (
    <MemberPage
      chrome={chrome}
      canonical={env.PUBLIC_URL + memberHref(member)}
      backHref={MEMBERS}
      federated={members.filter(({ id }) => networks.get(id)?.id === member.id).map(lineOf)}
      member={{
        name: legalName,
        acronym: acronym ?? null,
        kind,
        since: effectiveOn,
        city: directory?.city ?? null,
        network: network ? { name: network.legalName, href: memberHref(network) } : null,
        region: region ? { name: region.name, href: regionHref(region) } : null,
        website: directory?.website ?? null,
        description: directory?.description ?? null,
      }}
    />
  )
}
