/** How a list of records is read by anybody: all of them, nothing with more rights. */
export const ANYBODY = { depth: 0, limit: 0, pagination: false, overrideAccess: false } as const
