import type { UnitOfWork } from '../db/unit-of-work.ts'
import { now } from '../lib/clock.ts'
import { parisDay, startOfParisDay } from '../lib/dates.ts'
import { salt as newSalt } from '../lib/hash.ts'
import type { CharterVersion, Member } from '../payload-types.ts'
import { evidenceHash, plainEvidence } from '../record/chain.ts'
import { readRecord, type Clerk } from '../record/second-person.ts'
import type { PaperSignature } from './change.ts'
import { wrongInput } from '../input/issue.ts'

/**
 * The version that a paper says was signed.
 * @throws DomainError 400 `unknown-reference`, `day-in-future`
 */
export async function signedVersion(
  { payload, req }: UnitOfWork,
  kind: Member['kind'],
  { charterVersion, signedOn }: Pick<PaperSignature, 'charterVersion' | 'signedOn'>,
): Promise<CharterVersion> {
  if (signedOn > parisDay(now())) throw wrongInput('signature.signedOn', 'signed-in-future')
  const version = await readRecord(payload, 'charter-versions', charterVersion, req)
  if (!version || version.status !== 'adopted' || (version.binds !== 'both' && version.binds !== kind))
    throw wrongInput('signature.charterVersion', 'unknown-charter')
  return version
}

/** Keeps the evidence of a charter signed by hand: which text, by whom, when, and the hash of the scan. Returns its id. */
export async function keepPaperSignature(
  unit: UnitOfWork,
  member: Pick<Member, 'kind' | 'legalName' | 'identifierKey' | 'organisation'>,
  paper: PaperSignature,
  people: { enteredBy: Pick<Clerk, 'id' | 'name'>; confirmedBy: Pick<Clerk, 'id' | 'name'> },
): Promise<string> {
  const version = await signedVersion(unit, member.kind, paper)
  const salt = newSalt()
  const evidence = plainEvidence({
    format: 1,
    method: 'handwritten',
    kind: member.kind,
    charter: {
      id: version.id,
      number: version.number,
      title: version.title,
      sha256: version.sha256,
      text: version.canonicalText,
    },
    signatory: paper.signatory,
    signedOn: paper.signedOn,
    organisation: member.organisation,
    scan: paper.scan,
    enteredBy: { id: people.enteredBy.id, name: people.enteredBy.name },
    confirmedBy: { id: people.confirmedBy.id, name: people.confirmedBy.name },
  })
  const { id } = await unit.payload.create({
    collection: 'charter-signatures',
    data: {
      method: 'handwritten',
      charterVersion: version.id,
      identifierKey: member.identifierKey,
      organisationName: member.legalName,
      signatory: paper.signatory,
      signedAt: startOfParisDay(paper.signedOn).toISOString(),
      evidence,
      salt,
      evidenceHash: evidenceHash(salt, evidence),
      scanSha256: paper.scan?.sha256 ?? null,
    },
    req: unit.req,
    depth: 0,
    overrideAccess: true,
  })
  return id
}
