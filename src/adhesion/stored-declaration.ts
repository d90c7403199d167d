import { foldEmail } from '../lib/fold.ts'
import type { Adhesion } from '../payload-types.ts'
import type { Contact, Declaration, DeclaredOrganisation, Representative } from './declaration-types.ts'

type Stored = Pick<
  Adhesion,
  | 'kind'
  | 'identifierKey'
  | 'searchKey'
  | 'organisation'
  | 'representative'
  | 'contact'
  | 'representativeEmailKey'
  | 'contactEmailKey'
  | 'motivation'
>

/**
 * A declaration as the file's fields. Every group is whole and what was left out is null: an update leaves a
 * column it does not name as it was on SQLite, and drops it on MongoDB.
 */
export function storedDeclaration({ kind, organisation, representative, contact, motivation }: Declaration): Stored {
  return {
    kind,
    identifierKey: organisation.identifierKey,
    searchKey: organisation.searchKey,
    organisation: storedOrganisation(organisation),
    representative: storedRepresentative(representative),
    contact: storedContact(contact),
    representativeEmailKey: foldEmail(representative.email),
    contactEmailKey: contact ? foldEmail(contact.email) : null,
    motivation: motivation ?? null,
  }
}

/** What a member's record keeps of a declaration. */
export function storedMember(
  declaration: Declaration,
): Pick<Stored, 'kind' | 'identifierKey' | 'organisation' | 'representative' | 'contact'> {
  const { kind, identifierKey, organisation, representative, contact } = storedDeclaration(declaration)
  return { kind, identifierKey, organisation, representative, contact }
}

function storedOrganisation(organisation: DeclaredOrganisation): Adhesion['organisation'] {
  const { qualiopi, address } = organisation
  return {
    legalName: organisation.legalName,
    acronym: organisation.acronym ?? null,
    legalForm: organisation.legalForm ?? null,
    siret: organisation.siret ?? null,
    siren: organisation.siren ?? null,
    country: organisation.country,
    registerNumber: organisation.registerNumber ?? null,
    rna: organisation.rna ?? null,
    nda: organisation.nda ?? null,
    qualiopi: {
      status: qualiopi?.status ?? null,
      certifier: qualiopi?.certifier ?? null,
      certificateNumber: qualiopi?.certificateNumber ?? null,
      categories: [...(qualiopi?.categories ?? [])],
      validFrom: qualiopi?.validFrom ?? null,
      validUntil: qualiopi?.validUntil ?? null,
    },
    address: {
      line1: address.line1,
      line2: address.line2 ?? null,
      postalCode: address.postalCode,
      city: address.city,
      region: address.region ?? null,
    },
    website: organisation.website ?? null,
    description: organisation.description ?? null,
  }
}

function storedRepresentative({
  firstName,
  lastName,
  function: role,
  capacity,
  email,
  phone,
}: Representative): Adhesion['representative'] {
  return { firstName, lastName, function: role, capacity, email, phone: phone ?? null }
}

function storedContact(contact: Contact | undefined): Adhesion['contact'] {
  return {
    firstName: contact?.firstName ?? null,
    lastName: contact?.lastName ?? null,
    function: contact?.function ?? null,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
  }
}
