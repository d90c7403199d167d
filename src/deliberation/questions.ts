import { fold, foldEmail } from '../lib/fold.ts'
import { inForce, type MandateFacts, type PersonFacts } from '../governance/mandate-facts.ts'
import type { ElectorateInput, Interests } from './recusal.ts'

export const QUESTION_REASONS = ['unproven-email', 'same-name', 'email-domain', 'network'] as const
export type QuestionReason = (typeof QUESTION_REASONS)[number]

export const QUESTION_LABELS: Record<QuestionReason, string> = {
  'unproven-email': 'La demande donne son adresse électronique, mais aucun lien envoyé à cette adresse n’a servi.',
  'same-name': 'Cette personne porte le même nom qu’une personne citée dans la demande.',
  'email-domain': 'Son adresse électronique a le même domaine que celle du candidat.',
  network: 'Cette personne siège au nom d’un organisme du même réseau que le candidat.',
}

export interface Question {
  person: string
  reason: QuestionReason
}

/** Providers whose domain says nothing of where somebody works. */
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'outlook.fr',
  'hotmail.com',
  'hotmail.fr',
  'live.com',
  'live.fr',
  'msn.com',
  'yahoo.com',
  'yahoo.fr',
  'ymail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'aol.fr',
  'orange.fr',
  'wanadoo.fr',
  'voila.fr',
  'free.fr',
  'aliceadsl.fr',
  'libertysurf.fr',
  'sfr.fr',
  'neuf.fr',
  'cegetel.net',
  'club-internet.fr',
  '9online.fr',
  'numericable.fr',
  'noos.fr',
  'bbox.fr',
  'laposte.net',
  'nordnet.fr',
  'mailo.com',
  'mailo.fr',
  'netcourrier.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'tutanota.com',
  'tuta.io',
  'gmx.com',
  'gmx.fr',
  'zoho.com',
  'lagoon.nc',
  'mls.nc',
  'mail.pf',
  'only.fr',
  'izi.re',
])

function ownDomain(email: string | null | undefined): string | null {
  const domain = email ? foldEmail(email).split('@').at(-1) : undefined
  return domain && !PUBLIC_DOMAINS.has(domain) ? domain : null
}

/** Names in one order, hyphens and accents set aside: "Jean-Luc DUPRÉ" is "dupre jean luc". */
function nameKey(named: { firstName?: string | null; lastName?: string | null } | null | undefined): string | null {
  if (!named?.firstName || !named.lastName) return null
  return fold(`${named.firstName} ${named.lastName}`)
    .split(/[\s\-']+/)
    .filter(Boolean)
    .sort()
    .join(' ')
}

const shares = (value: string | null, others: readonly (string | null)[]): boolean =>
  value !== null && others.includes(value)

function sharesNetwork(mandates: readonly MandateFacts[], { network, memberId }: Interests): boolean {
  return mandates.some(({ onBehalfOf }) => {
    if (!onBehalfOf) return false
    if (network && (onBehalfOf.network === network || onBehalfOf.id === network)) return true
    return Boolean(memberId) && onBehalfOf.network === memberId
  })
}

/** What the electors and the secretariat are shown as a question: a tie that facts suggest and do not prove. */
export function conflictQuestions(input: ElectorateInput, electorate: readonly string[]): Question[] {
  const { interests, mandates, people, day } = input
  const declarants = [interests.representative, interests.contact]
  const names = declarants.map(nameKey)
  const addresses = declarants.map((declarant) => (declarant?.email ? foldEmail(declarant.email) : null))
  const domains = declarants.map((declarant) => ownDomain(declarant?.email))
  const known = new Map<string, PersonFacts>(people.map((person) => [person.id, person]))
  return electorate.flatMap((id) => {
    const person = known.get(id)
    const own = mandates.filter((mandate) => mandate.person === id && inForce(mandate, day))
    const reasons: QuestionReason[] = []
    const emails = (person?.emails ?? []).map(foldEmail)
    const named = emails.some((email) => shares(email, addresses))
    if (named) reasons.push('unproven-email')
    if (shares(nameKey(person), names)) reasons.push('same-name')
    if (!named && emails.some((email) => shares(ownDomain(email), domains))) reasons.push('email-domain')
    if (sharesNetwork(own, interests)) reasons.push('network')
    return reasons.map((reason) => ({ person: id, reason }))
  })
}
