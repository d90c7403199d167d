/** The searched form of a text: lower case, no accents, ligatures opened, spaces collapsed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** The form under which two e-mail addresses are the same person's: NFC, lower case, trimmed. */
export function foldEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase()
}
