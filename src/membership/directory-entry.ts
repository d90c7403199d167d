import type { Member } from '../payload-types.ts'

type Declared = Pick<NonNullable<Member['organisation']>, 'legalForm' | 'description' | 'website' | 'address'>

/**
 * What the public directory says of an organisation that joins. The entry shows the organisation, never who
 * signed; of a sole trader, whose business is a person, the city and the region only.
 */
export function directoryEntry({
  legalForm,
  description,
  website,
  address,
}: Declared): NonNullable<Member['directory']> {
  const place = { city: address?.city ?? null, region: address?.region ?? null }
  if (legalForm === 'entreprise-individuelle') return { listed: true, description: null, website: null, ...place }
  return { listed: true, description: description ?? null, website: website ?? null, ...place }
}
