import { parsed } from '../input/fields.ts'
import { parseEmail } from './email.ts'
import { LENGTHS } from '../input/lengths.ts'

/** An e-mail address that has to be there, as it is stored. */
export const email = () => parsed(LENGTHS.email, parseEmail).transform((read) => read.email)
