import type { Payload } from 'payload'
import { REGIONS } from '../../../organisation/region.ts'
import type { SearchEntry } from '../../search/find.ts'
import type { PresentationOf } from '../presentation.ts'
import { MEMBER_KIND, memberHref, MEMBERS, regionHref } from './kind.ts'
import { listedMembers } from './members.ts'
import { memberRoutes } from './routes.tsx'

export const MEMBER_PAGES: PresentationOf<'members'> = {
  kind: MEMBER_KIND,
  routes: memberRoutes,
  listed: async (payload) => [
    { href: MEMBERS },
    ...(await listedMembers(payload)).map((member) => ({ href: memberHref(member), changed: member.updatedAt })),
    ...REGIONS.map((region) => ({ href: regionHref(region) })),
  ],
  search: { label: 'Membre', entries },
  menu: { menu: 'nav', rank: 2, fr: 'Membres', en: 'Members (in French)' },
}

async function entries(payload: Payload): Promise<SearchEntry[]> {
  return (await listedMembers(payload)).map((member) => ({
    href: memberHref(member),
    title: member.acronym ? `${member.legalName} (${member.acronym})` : member.legalName,
    text: [
      member.directory?.description,
      member.directory?.city,
      REGIONS.find(({ code }) => code === member.directory?.region)?.name,
    ]
      .filter(Boolean)
      .join(', '),
  }))
}
