/** A file that goes with an e-mail; its bytes arrive as they are (sent as base64, never re-encoded). */
export type MailAttachment = { filename: string; contentType: string; content: Uint8Array }

/**
 * The two files of `signed-copy`.
 * @param signed `charter` the exact bytes that were signed, `evidence` the canonical JSON text
 */
export function signedCopyAttachments(signed: {
  reference: string
  charterNumber: number
  charter: Uint8Array
  evidence: string
}): MailAttachment[] {
  return [
    {
      filename: `charte-cpof-version-${signed.charterNumber}.md`,
      contentType: 'text/markdown; charset=utf-8',
      content: signed.charter,
    },
    {
      filename: `preuve-de-signature-${signed.reference}.json`,
      contentType: 'application/json',
      content: new TextEncoder().encode(signed.evidence),
    },
  ]
}
