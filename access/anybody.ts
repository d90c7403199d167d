/** Open to everybody, signed in or not. */
export const anybody = (): true => true
