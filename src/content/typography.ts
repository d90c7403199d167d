/**
 * The no-break space of French punctuation. U+202F would be narrower, but the family that the site is set
 * in has no glyph for it and a browser would borrow one from another face.
 */
const SPACE = '\u00a0'

/**
 * A French text as a printer would set it: no-break spaces before `; : ! ? % €` and inside « », the
 * typographic apostrophe. Only spaces that are already there are changed, so addresses and times are safe.
 */
export function typo(text: string): string {
  return (
    text
      // From the first space of a run only: a long run would else be looked through from each of its spaces.
      .replace(/(?<! ) +([;:!?%€»])/g, `${SPACE}$1`)
      .replace(/« +/g, `«${SPACE}`)
      .replace(/(\p{L})'(?=\p{L}|«)/gu, '$1’')
  )
}

/** Template tag for catalogues: sets the words that we wrote by {@link typo}, leaves what is filled in as it is. */
export function fr(words: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return words.map((piece, index) => typo(piece) + String(values[index] ?? '')).join('')
}
