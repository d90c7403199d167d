import type { Payload } from 'payload'
import { showsData, type BlockData, type ListedMember, type PageBlock, type SeatedBody } from '../content/page-block.ts'
import { MANDATE_ROLE_LABELS } from '../governance/mandate-roles.ts'
import { now } from '../lib/clock.ts'
import { PARIS, formatDay } from '../lib/dates.ts'
import { REGIONS } from '../organisation/region.ts'
import type { Member } from '../payload-types.ts'
import { bodiesOfToday, type BodyOfToday } from './directory/bodies.ts'
import { bodyHref, memberHref } from './directory/hrefs.ts'
import { listedMembers } from './directory/members.ts'
import type { Lang } from './views/chrome.ts'

/** What a layout shows of the collections, as anybody may read it today; undefined when it shows nothing of them. */
export async function blockDataFor(payload: Payload, layout: readonly PageBlock[], lang: Lang): Promise<BlockData | undefined> {
  if (!showsData(layout)) return undefined
  const [members, bodies] = await Promise.all([listedMembers(payload), bodiesOfToday(payload)])
  const regions = new Set(members.map(({ directory }) => directory?.region).filter(Boolean))
  const ofKind = (kind: Member['kind']) => members.filter((member) => member.kind === kind).length
  return {
    day: dayIn(lang),
    figures: { members: ofKind('member'), partners: ofKind('partner'), regions: regions.size },
    members: members.map(listed),
    bodies: bodies.map(seated),
  }
}

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: PARIS })
const dayIn = (lang: Lang): string => (lang === 'fr' ? formatDay(now()) : ENGLISH_DAY.format(now()))

function listed(member: Member): ListedMember {
  const { legalName: name, acronym, kind, directory } = member
  const region = directory?.region ?? null
  const place = [directory?.city, REGIONS.find(({ code }) => code === region)?.name].filter(Boolean).join(', ')
  return { href: memberHref(member), name, acronym: acronym ?? null, kind, region, place }
}

const seated = ({ body, holders }: BodyOfToday): SeatedBody => ({
  id: body.id,
  href: bodyHref(body.slug),
  name: body.name,
  mission: body.mission ?? null,
  holders: holders.map(({ id, name, role }) => ({ id, name, role: MANDATE_ROLE_LABELS[role] })),
})
