import type { Payload } from 'payload'
import type { DraftValues } from '../../../adhesion/join-drafts.ts'
import { isRefused } from '../../../input/issue.ts'
import { own } from '../../../lib/own.ts'
import { settingsOf } from '../../../lib/settings.ts'
import { askCompanyRegister, type RegisterAnswer } from '../../../organisation/company-register.ts'
import { parseSiret } from '../../../organisation/siret.ts'
import { textIn } from '../../fields.ts'
import type { Told } from './step-page.tsx'
import { JOINING_TEXTS } from './texts.ts'

/** What is kept of the register's answer beside what was filled in: about which SIRET, what it said, of whom. */
const KEPT = { siret: 'register.siret', state: 'register.state', name: 'register.name' } as const

/**
 * What was answered, with what the company register says of its SIRET in the place of name and address: asked once for each SIRET,
 * so that nobody's corrections are undone.
 */
export async function filledInByRegister(payload: Payload, values: DraftValues): Promise<DraftValues> {
  const register = settingsOf(payload).COMPANY_REGISTER_URL
  const read = parseSiret(textIn(values, 'organisation.siret'))
  if (register === undefined || isRefused(read)) return values
  if (textIn(values, KEPT.siret) === read.siret && textIn(values, KEPT.state) !== 'away') return values
  const answer = await askCompanyRegister(register, read.siret)
  if (answer.state === 'away') payload.logger.warn({ reason: answer.reason, msg: 'The company register is away' })
  return { ...values, ...filledIn(answer), ...kept(read.siret, answer) }
}

function kept(siret: string, answer: RegisterAnswer): DraftValues {
  const name = answer.state === 'found' ? answer.organisation.legalName : ''
  const found = answer.state === 'found' && answer.organisation.closed ? 'closed' : answer.state
  return { [KEPT.siret]: siret, [KEPT.state]: found === 'away' || name !== '' ? found : 'unknown', [KEPT.name]: name }
}

function filledIn(answer: RegisterAnswer): Record<string, string> {
  if (answer.state !== 'found') return {}
  const { legalName, acronym, address } = answer.organisation
  const given: [string, string | undefined][] = [
    ['organisation.legalName', legalName || undefined],
    ['organisation.acronym', acronym],
    ['organisation.address.line1', address.line1],
    ['organisation.address.postalCode', address.postalCode],
    ['organisation.address.city', address.city],
  ]
  return Object.fromEntries(given.filter((each): each is [string, string] => each[1] !== undefined))
}

/** The register's answer in words; nothing where it was not asked. */
export function toldByRegister(values: DraftValues): Told | undefined {
  const { foundTitle, found, closed, unknownTitle, unknown, awayTitle, away } = JOINING_TEXTS.register
  const name = textIn(values, KEPT.name)
  const told: Record<string, Told> = {
    found: { tone: 'good', title: foundTitle, text: found(name) },
    closed: { tone: 'warn', title: foundTitle, text: `${found(name)} ${closed}` },
    unknown: { tone: 'warn', title: unknownTitle, text: unknown },
    away: { tone: 'warn', title: awayTitle, text: away },
  }
  return own(told, textIn(values, KEPT.state))
}
