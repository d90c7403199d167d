import type { Payload } from 'payload'
import { REGIONS } from '../../../organisation/region.ts'
import type { Member } from '../../../payload-types.ts'
import type { SearchEntry } from '../../search/find.ts'
import type { PresentationOf } from '../presentation.ts'
import { MEMBER_KIND, memberHref, MEMBERS, regionHref, REGIONS_AT } from './kind.ts'
import { listedMembers } from './members.ts'
import { memberRoutes } from './routes.tsx'
import { DIRECTORY_TEXTS, KIND_LABELS } from './texts.ts'

export const MEMBER_PAGES: PresentationOf<'members'> = {
  kind: MEMBER_KIND,
  routes: memberRoutes,
  listed: async (payload) => [
    { href: MEMBERS },
    ...(await listedMembers(payload)).map((member) => ({ href: memberHref(member), changed: member.updatedAt })),
    { href: REGIONS_AT },
    ...REGIONS.map((region) => ({ href: regionHref(region) })),
  ],
  search: {
    label: 'Membre',
    entries,
    list: {
      title: DIRECTORY_TEXTS.members.title,
      text: DIRECTORY_TEXTS.members.lead,
      known: 'annuaire adhérents partenaires organismes de formation régions carte trouver un organisme',
    },
  },
  menu: { menu: 'nav', rank: 2, fr: 'Membres', en: 'Members (in French)' },
}

async function entries(payload: Payload): Promise<SearchEntry[]> {
  return (await listedMembers(payload)).map((member) => ({
    href: memberHref(member),
    title: member.acronym ? `${member.legalName} (${member.acronym})` : member.legalName,
    text: [member.directory?.description, placeOf(member)].filter(Boolean).join('\n'),
    known: `${KIND_LABELS[member.kind]} ${placeOf(member)}`,
  }))
}

const placeOf = ({ directory }: Member): string =>
  [directory?.city, REGIONS.find(({ code }) => code === directory?.region)?.name].filter(Boolean).join(', ')
