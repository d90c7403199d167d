/** Closed to everybody: what this guards is written by use-cases alone. */
export const nobody = (): false => false
