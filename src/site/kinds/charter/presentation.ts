import type { Payload } from 'payload'
import { charterOfToday } from '../../../charter/in-force.ts'
import { readableText } from '../../../content/words-changed.ts'
import { now } from '../../../lib/clock.ts'
import type { SearchEntry } from '../../search/find.ts'
import type { PresentationOf } from '../presentation.ts'
import { adoptedVersions } from './adopted.ts'
import { CHARTER, CHARTER_KIND } from './kind.ts'
import { charterRoutes } from './routes.tsx'

export const CHARTER_VERSIONS: PresentationOf<'charter-versions'> = {
  kind: CHARTER_KIND,
  routes: charterRoutes,
  listed: async (payload) => [
    { href: CHARTER },
    ...(await adoptedVersions(payload)).map(({ number }) => ({ href: `${CHARTER}/${number}` })),
  ],
  search: { label: 'Charte', entries },
  menu: { menu: 'nav', rank: 5, fr: 'La charte', en: 'The charter (in French)' },
}

async function entries(payload: Payload): Promise<SearchEntry[]> {
  const charter = await charterOfToday(payload, now())
  return charter
    ? [
        {
          href: CHARTER,
          title: charter.title,
          text: readableText(charter.canonicalText ?? ''),
          known: 'engagement valeurs principes signer',
        },
      ]
    : []
}
