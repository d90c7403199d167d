/** The form's part of a column that is made from others: none. */
export function Nothing() {
  return null
}
