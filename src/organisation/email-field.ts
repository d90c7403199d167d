import { parsed } from '../input/fields.ts'
import { parseEmail } from './email.ts'

/** An e-mail address that has to be there, as it is stored. */
export const email = () => parsed(254, parseEmail).transform((read) => read.email)
