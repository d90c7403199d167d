import type { z } from 'zod'
import { fields, optional, text, whole } from '../../input/fields.ts'

/** Characters of a reason, and of what is written at length. */
export const REASON = 2_000
export const LONG = 10_000
export const several = { lines: 'several' } as const

/** The body of an action on a file: its fields, and the revision that the caller acted on, where it was sent. */
export const body = <Shape extends z.ZodRawShape>(shape: Shape) => fields({ ...shape, rev: optional(whole()) })

/** Why somebody acts: a text that has to be there. */
export const reason = () => text(REASON, several)
