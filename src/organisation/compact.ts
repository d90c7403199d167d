/**
 * An identifier as a machine writes it: upper case, without the spaces, dots, dashes and slashes that
 * people put between groups; full-width characters and what a word processor hides are undone.
 */
export function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}./]+/gu, '')
    .toUpperCase()
}
