/** What tells one organisation from another: at least a SIREN, an RNA, or a country with its register's number. */
export type Identifiers = { siren?: string; rna?: string; country?: string; registerNumber?: string }

/**
 * The key under which an organisation is one and the same: its SIREN, else its RNA, else its country and
 * register number, each under a prefix of its own so that no two kinds meet. How a register number is
 * punctuated does not count.
 *
 * @throws RangeError when none of the three is there: a validated declaration always has one.
 */
export function identifierKey({ siren, rna, country, registerNumber }: Identifiers): string {
  if (siren) return `siren:${siren}`
  if (rna) return `rna:${rna}`
  const register = registerCore(registerNumber ?? '')
  if (country && register) return `register:${country}:${register}`
  throw new RangeError('An organisation needs a SIREN, an RNA, or a country and a register number')
}

/** What of a register number tells two of them apart: its letters and digits, without accents or case. */
export function registerCore(registerNumber: string): string {
  return registerNumber
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase()
}
