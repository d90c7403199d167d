import type { PayloadRequest } from 'payload'
import { findAll } from '../../db/find.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import { sha256 } from '../../lib/hash.ts'
import { valueAt } from '../../lib/paths.ts'
import { beginZip } from '../../lib/zip.ts'
import type { Adhesion, CharterSignature, Journal } from '../../payload-types.ts'
import { verifyingText } from './verifying-text.ts'

/** Who reads, and by which request. */
type Reader = Pick<PayloadRequest, 'payload' | 'user'> & { req: PayloadRequest }

type Part = { name: string; text: string }

/** A row of the journal as it is given out: without its evidence where the reader may not read it; its hashes are whole. */
const rowOf = (
  { subject, rank, type, at, previousHash, evidenceHash, hash, evidence, salt }: Journal,
  readable: boolean,
) => ({
  ...{ subject, rank, type, at, previousHash, evidenceHash, hash },
  ...(readable ? { evidence: evidence ?? null, salt: salt ?? null } : { withheld: true }),
})

/** Every row of the file's journal, so that none can be missing unseen; what a reader may not read is named as withheld. */
async function journalOf({ payload, req, user }: Reader, { id }: Adhesion): Promise<Part> {
  const where = { subject: { equals: `adhesion:${id}` } }
  const rows = await findAll({ payload, req }, 'journal', { where, sort: 'rank' })
  const { docs } = await payload.find({
    collection: 'journal',
    where,
    pagination: false,
    limit: 0,
    depth: 0,
    select: { rank: true },
    req,
    user,
    overrideAccess: false,
  })
  const readable = new Set(docs.map(({ rank }) => rank))
  return {
    name: 'journal.json',
    text: JSON.stringify(
      rows.map((row) => rowOf(row, readable.has(row.rank))),
      null,
      2,
    ),
  }
}

/** What proves one signature: the bytes that were signed, what was noted then, and what they are hashed with. */
function signatureParts(signature: CharterSignature, number: number): Part[] {
  const folder = `signatures/${number}`
  const { method, signatory, organisationName, signedAt, evidence, salt, evidenceHash, scanSha256 } = signature
  const known = { method, signatory, organisationName, signedAt, evidenceHash, scanSha256 }
  const text = valueAt(evidence, 'charter.text')
  return [
    { name: `${folder}/signature.json`, text: JSON.stringify(known, null, 2) },
    // Absent once its term has come: the hash stays and tells nothing.
    ...(evidence && salt
      ? [
          { name: `${folder}/evidence.json`, text: canonicalJson(evidence) },
          { name: `${folder}/salt.txt`, text: salt },
        ]
      : []),
    ...(typeof text === 'string' ? [{ name: `${folder}/charter.md`, text }] : []),
  ]
}

/**
 * Everything that proves what was signed and done on an application, as one ZIP file that is written while it is read: the exact text of
 * each signature, its evidence, the whole journal, and how anybody verifies them without us.
 */
export async function* evidenceBundle(reader: Reader, adhesion: Adhesion): AsyncGenerator<Uint8Array> {
  const { begin, end, taken } = beginZip()
  const sums: string[] = []
  const put = ({ name, text }: Part): Uint8Array => {
    const bytes = new TextEncoder().encode(text)
    sums.push(`${sha256(text)}  ${name}`)
    begin(name).push(bytes, true)
    return taken()
  }
  yield put({ name: 'VERIFY.md', text: verifyingText(adhesion.reference) })
  const signatures = await findAll(reader, 'charter-signatures', {
    where: { adhesion: { equals: adhesion.id } },
    sort: 'signedAt',
    showHiddenFields: true,
  })
  for (const [at, signature] of signatures.entries()) {
    for (const part of signatureParts(signature, at + 1)) yield put(part)
  }
  yield put(await journalOf(reader, adhesion))
  const text = new TextEncoder().encode(`${sums.join('\n')}\n`)
  begin('SHA256SUMS').push(text, true)
  end()
  yield taken()
}
