/** What somebody may have in hand of an organisation beside its names and a reference: a list is searched by it. */
export const ORGANISATION_IN_HAND = [
  'organisation.siren',
  'organisation.siret',
  'organisation.address.city',
  'representative.lastName',
  'representative.email',
  'contact.lastName',
  'contact.email',
]
