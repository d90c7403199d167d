import type { Fault } from '../lib/errors.ts'
import { ObjectReader, type Findings } from '../adhesion/declaration/object-reader.ts'
import { parseEmail } from '../organisation/email.ts'

const ABOUT = ['general', 'press'] as const

/** What somebody writes to us, read and checked. */
export type VisitorMessage = {
  about: (typeof ABOUT)[number]
  name: string
  email: string
  organisation: string | null
  text: string
}

const LINE = { max: 160, named: true } as const
const TEXT = { max: 5000, lines: 'several' } as const
const ADDRESS = { max: 254 } as const

/** Reads a message field by field; everything wrong is told at once. */
export function readVisitorMessage(
  body: Readonly<Record<string, unknown>>,
): { ok: true; message: VisitorMessage } | { ok: false; faults: Fault[] } {
  const findings: Findings = { faults: [], warnings: [] }
  const reader = new ObjectReader(body, '', findings)
  const message: VisitorMessage = {
    about: reader.choice('about', ABOUT),
    name: reader.text('name', LINE),
    email: reader.parsed('email', ADDRESS, parseEmail)?.email ?? '',
    organisation: reader.optionalText('organisation', LINE) ?? null,
    text: reader.text('text', TEXT),
  }
  return findings.faults.length > 0 ? { ok: false, faults: findings.faults } : { ok: true, message }
}
