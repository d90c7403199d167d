import { text } from '../../input/fields.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** The reference of the deliberation that a change rests on. */
export const deliberation = () => text(LENGTHS.deliberation)
