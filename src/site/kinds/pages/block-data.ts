import type { Payload } from 'payload'
import { EVENT_KINDS, stateSaid } from '../../../content/event-kinds.ts'
import { PUBLICATION_KINDS } from '../../../content/publication-kinds.ts'
import {
  showsData,
  type Announced,
  type BlockData,
  type ListedMember,
  type PageBlock,
  type SeatedBody,
} from '../../../content/page-block.ts'
import { MANDATE_ROLE_LABELS } from '../../../governance/mandate-roles.ts'
import { now } from '../../../lib/clock.ts'
import { PARIS, formatDateTime, formatDay } from '../../../lib/dates.ts'
import { REGIONS } from '../../../organisation/region.ts'
import type { Member } from '../../../payload-types.ts'
import { bodiesOfToday, type BodyOfToday } from '../bodies/bodies.ts'
import { bodyHref } from '../bodies/kind.ts'
import { memberHref } from '../members/kind.ts'
import { listedMembers } from '../members/members.ts'
import { eventHref } from '../events/kind.ts'
import { comingAndPast, publishedEvents, type Listed } from '../events/published.ts'
import { publicationHref } from '../publications/kind.ts'
import { releasedPublications, type Released } from '../publications/released.ts'
import type { Lang } from '../../views/chrome.ts'

/** Reads the records that the blocks of a layout show, as anybody may read them today; undefined when they show none. */
export async function blockDataFor(
  payload: Payload,
  layout: readonly PageBlock[],
  lang: Lang,
): Promise<BlockData | undefined> {
  if (!showsData(layout)) return undefined
  const [members, bodies, publications, events] = await Promise.all([
    listedMembers(payload),
    bodiesOfToday(payload),
    releasedPublications(payload),
    publishedEvents(payload),
  ])
  const regions = new Set(members.map(({ directory }) => directory?.region).filter(Boolean))
  const ofKind = (kind: Member['kind']) => members.filter((member) => member.kind === kind).length
  return {
    day: dayIn(lang),
    figures: { members: ofKind('member'), partners: ofKind('partner'), regions: regions.size },
    members: listedOnce(members),
    bodies: bodies.map(seated),
    publications: publications.map(publicationSaid),
    events: comingAndPast(events).coming.map(eventSaid),
  }
}

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: PARIS })
const dayIn = (lang: Lang): string => (lang === 'fr' ? formatDay(now()) : ENGLISH_DAY.format(now()))

/** A list that was read once (`read-once.ts`) is the same array until it has changed: its names are folded into addresses once. */
const linesOf = new WeakMap<readonly Member[], ListedMember[]>()

function listedOnce(members: readonly Member[]): ListedMember[] {
  const known = linesOf.get(members)
  const lines = known ?? members.map(listed)
  if (!known) linesOf.set(members, lines)
  return lines
}

function listed(member: Member): ListedMember {
  const { legalName: name, acronym, kind, directory } = member
  const region = directory?.region ?? null
  const place = [directory?.city, REGIONS.find(({ code }) => code === region)?.name].filter(Boolean).join(', ')
  return { href: memberHref(member), name, acronym: acronym ?? null, kind, region, place }
}

const publicationSaid = ({ slug, title, kind, publishedOn }: Released) => ({
  href: publicationHref(slug),
  title,
  kind,
  about: `${PUBLICATION_KINDS[kind].one}, ${formatDay(publishedOn)}`,
})

const eventSaid = ({ slug, title, kind, state, startsAt, place }: Listed): Announced => ({
  href: eventHref(slug),
  title,
  startsAt,
  about: [stateSaid(state), EVENT_KINDS[kind], formatDateTime(new Date(startsAt)), place?.split(/\r?\n/)[0]]
    .filter(Boolean)
    .join(', '),
})

const seated = ({ body, holders }: BodyOfToday): SeatedBody => ({
  id: body.id,
  href: bodyHref(body.slug),
  name: body.name,
  mission: body.mission ?? null,
  isAssembly: body.kind === 'assembly',
  holders: holders.map(({ id, name, role }) => ({ id, name, role: MANDATE_ROLE_LABELS[role] })),
})
