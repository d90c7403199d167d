import { withoutAbsent } from '../lib/without-absent.ts'
import { parseRegion } from '../organisation/region.ts'
import type { Adhesion } from '../payload-types.ts'
import type { Contact, Declaration, DeclaredOrganisation } from './declaration-types.ts'

const given = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined

/** What a file declares, as its applicant gave it: the reverse of `storedDeclaration`, nothing null. */
export function declaredOn(adhesion: Adhesion): Declaration {
  const { kind, representative, motivation } = adhesion
  return withoutAbsent<Declaration>({
    kind,
    organisation: declaredOrganisation(adhesion),
    representative: withoutAbsent({
      firstName: representative?.firstName ?? '',
      lastName: representative?.lastName ?? '',
      function: representative?.function ?? '',
      capacity: representative?.capacity ?? 'legal-representative',
      email: representative?.email ?? '',
      phone: given(representative?.phone),
    }),
    contact: declaredContact(adhesion.contact),
    motivation: given(motivation),
    privacyNoticeRead: true,
  })
}

function declaredOrganisation({ organisation, identifierKey, searchKey }: Adhesion): DeclaredOrganisation {
  const { address, qualiopi } = organisation
  return withoutAbsent<DeclaredOrganisation>({
    legalName: organisation.legalName,
    acronym: given(organisation.acronym),
    legalForm: given(organisation.legalForm),
    siret: given(organisation.siret),
    siren: given(organisation.siren),
    country: organisation.country ?? 'FR',
    registerNumber: given(organisation.registerNumber),
    rna: given(organisation.rna),
    nda: given(organisation.nda),
    qualiopi: qualiopi?.status
      ? withoutAbsent({
          status: qualiopi.status,
          certifier: given(qualiopi.certifier),
          certificateNumber: given(qualiopi.certificateNumber),
          categories: qualiopi.categories?.length ? qualiopi.categories : undefined,
          validFrom: given(qualiopi.validFrom),
          validUntil: given(qualiopi.validUntil),
        })
      : undefined,
    address: withoutAbsent({
      line1: address?.line1 ?? '',
      line2: given(address?.line2),
      postalCode: address?.postalCode ?? '',
      city: address?.city ?? '',
      region: regionOf(address?.region),
    }),
    website: given(organisation.website),
    description: given(organisation.description),
    identifierKey,
    searchKey: searchKey ?? '',
  })
}

function regionOf(region: string | null | undefined): DeclaredOrganisation['address']['region'] {
  return region ? parseRegion(region)?.code : undefined
}

function declaredContact(contact: Adhesion['contact']): Contact | undefined {
  if (!contact?.email) return undefined
  return withoutAbsent({
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    email: contact.email,
    phone: given(contact.phone),
    function: given(contact.function),
  })
}
