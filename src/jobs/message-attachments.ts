import type { Payload } from 'payload'
import { getById } from '../db/find.ts'
import { canonicalJson } from '../lib/canonical.ts'
import { sha256 } from '../lib/hash.ts'
import { signedCopyAttachments, type MailAttachment } from '../mail/attachments.ts'
import type { AttachmentRef } from '../record/messages.ts'

/**
 * The files of an e-mail, from the exact bytes that were signed and the evidence as it was hashed.
 * @throws Error when one of the two is missing, or the charter's bytes are no longer those of its hash
 */
export async function attachmentsOf(
  payload: Payload,
  refs: readonly AttachmentRef[],
  reference: string,
): Promise<MailAttachment[]> {
  if (refs.length === 0) return []
  const charter = refs.find((ref) => ref.kind === 'charter')
  const evidence = refs.find((ref) => ref.kind === 'evidence')
  if (!charter || !evidence) throw new Error('A signed copy has two files: the charter and the evidence')
  const whole = { showHiddenFields: true }
  const version = await getById({ payload }, 'charter-versions', charter.version, whole)
  const signature = await getById({ payload }, 'charter-signatures', evidence.signature, whole)
  const bytes = new TextEncoder().encode(version.canonicalText ?? '')
  if (sha256(bytes) !== version.sha256) throw new Error('The charter is not the one that was adopted')
  if (!signature.evidence) throw new Error('The evidence of this signature was erased')
  return signedCopyAttachments({
    reference,
    charterNumber: version.number,
    charter: bytes,
    evidence: canonicalJson(signature.evidence),
  })
}
