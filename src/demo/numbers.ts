/** The digit that makes a number pass Luhn's check (ISO/IEC 7812-1, annex B). */
function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** A SIREN of the demo: valid in form, in a range of its own. */
export function sirenOf(number: number): string {
  const stem = String(91_500_000 + number * 37)
  return `${stem}${luhnDigit(stem)}`
}

/** The SIRET of a head office. */
export function siretOf(siren: string): string {
  const stem = `${siren}0001`
  return `${stem}${luhnDigit(stem)}`
}
