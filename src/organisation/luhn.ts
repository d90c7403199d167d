/**
 * Whether digits close with a Luhn key (ISO/IEC 7812-1, annex B): from the right every second digit counts twice, a
 * product of two digits as their sum, and the total is a multiple of ten.
 * @param digits nothing but digits
 */
export function closesWithLuhnKey(digits: string): boolean {
  const total = [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return total % 10 === 0
}
