import { text } from '../../input/fields.ts'

/** The reference of the deliberation that a change rests on. */
export const deliberation = () => text(200)
