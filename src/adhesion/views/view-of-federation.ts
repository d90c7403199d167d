import type { Payload, Where } from 'payload'
import type { Adhesion } from '../../payload-types.ts'
import { shownState } from '../lifecycle/state-events.ts'

/** What a federation is told of a file that it sent: how it stands, as the applicant may know it, and the public part of what was declared. */
function viewOfFederation(adhesion: Adhesion) {
  const { id, reference, kind, organisation, createdAt, signedAt } = adhesion
  const { legalName, acronym, siret, siren, rna, country, registerNumber } = organisation
  return {
    id,
    reference,
    kind,
    status: shownState(adhesion),
    organisation: {
      legalName,
      acronym: acronym ?? null,
      siret: siret ?? null,
      siren: siren ?? null,
      rna: rna ?? null,
      country: country ?? null,
      registerNumber: registerNumber ?? null,
    },
    createdAt,
    signedAt: signedAt ?? null,
  }
}

const ofMember = (member: string): Where => ({ federation: { equals: member } })

/** One page of the files that a federation sent. */
export async function filesOfFederation(
  payload: Payload,
  member: string,
  { where, ...page }: { where?: Where; limit: number; page: number; sort: string },
) {
  const { docs, ...paging } = await payload.find({
    collection: 'adhesions',
    where: where ? { and: [ofMember(member), where] } : ofMember(member),
    ...page,
    depth: 0,
    overrideAccess: true,
  })
  return { docs: docs.map(viewOfFederation), ...paging }
}

/** A file that a federation sent, or null: of others it learns nothing. */
export async function fileOfFederation(payload: Payload, member: string, id: string) {
  const adhesion = await payload.findByID({
    collection: 'adhesions',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })
  return adhesion?.federation === member ? viewOfFederation(adhesion) : null
}
