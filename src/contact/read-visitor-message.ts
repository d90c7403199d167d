import { choice, fields, text, textOrNull } from '../input/fields.ts'
import { read, type Reading } from '../input/read.ts'
import { email } from '../organisation/email-field.ts'

const ABOUT = ['general', 'press'] as const

/** What somebody writes to us, read and checked. */
export type VisitorMessage = {
  about: (typeof ABOUT)[number]
  name: string
  email: string
  organisation: string | null
  text: string
}

const VISITOR_MESSAGE = fields({
  about: choice(ABOUT),
  name: text(160, { named: true }),
  email: email(),
  organisation: textOrNull(160, { named: true }),
  text: text(5000, { lines: 'several' }),
})

/** Reads a message field by field; everything wrong is told at once. */
export const readVisitorMessage = (body: Readonly<Record<string, unknown>>): Reading<VisitorMessage> =>
  read(VISITOR_MESSAGE, body)
