import { parseDeclaration } from '../../adhesion/declaration.ts'
import { invalidBody } from '../../adhesion/errors.ts'
import { storedDeclaration } from '../../adhesion/stored-declaration.ts'
import { faultsOfRule } from '../../governance/body-rule.ts'
import { MANDATE_ROLES } from '../../governance/mandate-facts.ts'
import { DEFAULT_RULE } from '../../governance/rule.ts'
import type { Fault } from '../../lib/errors.ts'
import { foldEmail } from '../../lib/fold.ts'
import { parseEmail } from '../../organisation/email.ts'
import type { Founding, FoundingMandate, FoundingMember } from '../../membership/found-bureau.ts'
import { BodyReader } from '../adhesions/body.ts'
import { readRule } from './bodies.ts'

const fault = (path: string, code: string, fr: string, en: string): Fault => ({ path, code, messages: { fr, en } })

/** The faults of one entry of a list stand under its place: `mandates.2.firstDay`. */
const under = (place: string, faults: readonly Fault[]): Fault[] =>
  faults.map((each) => ({ ...each, path: each.path === '' ? place : `${place}.${each.path}` }))

/**
 * Reads the file that founds the Bureau.
 * @throws DomainError 400 `invalid` with everything that is wrong, each under the place where it stands
 */
export function readFounding(value: unknown): Founding {
  const reader = new BodyReader(value)
  const faults: Fault[] = []
  const deliberation = reader.text('deliberation', 200)
  const body = reader.group('body', readBody) ?? missing(reader, 'body')
  const members = reader.list('members', (entry, place) => readMember(entry, place, faults))
  const mandates = reader.list('mandates', (entry, place) => readMandate(entry, place, faults))
  const secretariat = reader.list('secretariat', (entry, place) => readClerk(entry, place, faults))
  if (body) faults.push(...under('body', faultsOfRule(body.rule)))
  faults.push(...together(members, mandates, secretariat))
  const all = [...reader.faults(), ...faults]
  if (all.length > 0 || !body) throw invalidBody(all)
  return { deliberation, body, members, mandates, secretariat }
}

function missing(reader: BodyReader, name: string): null {
  reader.fault(name, 'required')
  return null
}

function readBody(reader: BodyReader): Founding['body'] {
  return {
    name: reader.text('name', 120),
    mission: reader.optionalText('mission', 4_000) ?? null,
    rule: readRule(reader) ?? DEFAULT_RULE,
    article: reader.optionalText('article', 120) ?? null,
  }
}

function readMember(entry: unknown, place: string, faults: Fault[]): FoundingMember | undefined {
  const given: Record<string, unknown> =
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry))
      : {}
  const { kind = 'member', organisation, representative, contact, ...own } = given
  const reader = new BodyReader(own)
  const key = reader.text('key', 60)
  const effectiveOn = reader.day('effectiveOn')
  const read = parseDeclaration({
    kind,
    organisation,
    representative,
    ...(contact ? { contact } : {}),
    privacyNoticeRead: true,
  })
  faults.push(...under(place, [...reader.faults(), ...(read.ok ? [] : read.faults)]))
  if (!read.ok) return undefined
  const stored = storedDeclaration(read.declaration)
  return {
    key,
    effectiveOn,
    kind: stored.kind,
    identifierKey: stored.identifierKey,
    organisation: stored.organisation,
    representative: stored.representative,
    contact: stored.contact,
  }
}

function readMandate(entry: unknown, place: string, faults: Fault[]): FoundingMandate {
  const reader = new BodyReader(entry)
  const mandate = {
    firstName: reader.text('firstName', 80),
    lastName: reader.text('lastName', 80),
    email: reader.text('email', 254),
    role: reader.choice('role', MANDATE_ROLES) ?? 'member',
    onBehalfOf: reader.optionalText('onBehalfOf', 60) ?? null,
    firstDay: reader.day('firstDay'),
    lastDay: reader.has('lastDay') && reader.optionalText('lastDay', 10) !== undefined ? reader.day('lastDay') : null,
  }
  faults.push(...under(place, [...reader.faults(), ...emailFaults(mandate.email)]))
  if (mandate.lastDay !== null && mandate.lastDay < mandate.firstDay) {
    faults.push(
      fault(
        `${place}.lastDay`,
        'days-reversed',
        'Le dernier jour précède le premier.',
        'The last day comes before the first.',
      ),
    )
  }
  return mandate
}

function readClerk(entry: unknown, place: string, faults: Fault[]): { name: string; email: string } {
  const reader = new BodyReader(entry)
  const clerk = { name: reader.text('name', 120), email: reader.text('email', 254) }
  faults.push(...under(place, [...reader.faults(), ...emailFaults(clerk.email)]))
  return clerk
}

function emailFaults(email: string): Fault[] {
  if (email === '') return []
  const read = parseEmail(email)
  return 'fault' in read ? [{ ...read.fault, path: 'email' }] : []
}

/** What is wrong only when the entries are seen side by side. */
function together(
  members: Founding['members'],
  mandates: Founding['mandates'],
  secretariat: Founding['secretariat'],
): Fault[] {
  const faults: Fault[] = []
  if (members.length === 0)
    faults.push(
      fault('members', 'required', 'Nommez au moins un membre fondateur.', 'Name at least one founding member.'),
    )
  if (mandates.length === 0)
    faults.push(fault('mandates', 'required', 'Nommez les membres du Bureau.', 'Name the members of the Bureau.'))
  if (secretariat.length < 2) {
    faults.push(
      fault(
        'secretariat',
        'too-few',
        'Nommez deux personnes au secrétariat\u00a0: l’une confirme ce que l’autre saisit.',
        'Name two people of the secretariat: one confirms what the other enters.',
      ),
    )
  }
  if (mandates.filter(({ role }) => role === 'chair').length !== 1) {
    faults.push(
      fault('mandates', 'one-chair', 'Le Bureau a une présidence, et une seule.', 'The Bureau has one chair.'),
    )
  }
  faults.push(
    ...repeated(
      'members',
      members.map(({ key }) => key),
      'key',
    ),
    ...repeated(
      'members',
      members.map(({ identifierKey }) => identifierKey),
      'organisation',
    ),
  )
  faults.push(
    ...repeated(
      'mandates',
      mandates.map(({ email }) => foldEmail(email)),
      'email',
    ),
    ...repeated(
      'secretariat',
      secretariat.map(({ email }) => foldEmail(email)),
      'email',
    ),
  )
  for (const [index, { onBehalfOf, firstDay }] of mandates.entries()) {
    const member = members.find(({ key }) => key === onBehalfOf)
    if (onBehalfOf === null || (member && member.effectiveOn <= firstDay)) continue
    faults.push(
      member
        ? fault(
            `mandates.${index}.firstDay`,
            'before-membership',
            'Ce mandat commence avant que son organisme soit membre.',
            'This mandate begins before its organisation is a member.',
          )
        : fault(
            `mandates.${index}.onBehalfOf`,
            'unknown-reference',
            'Aucun membre du fichier ne porte cette clé.',
            'No member of the file has this key.',
          ),
    )
  }
  return faults
}

function repeated(list: string, values: readonly string[], name: string): Fault[] {
  return values.flatMap((value, index) =>
    value !== '' && values.indexOf(value) < index
      ? [
          fault(
            `${list}.${index}.${name}`,
            'repeated',
            'Cette valeur figure déjà plus haut dans le fichier.',
            'This value stands further up in the file already.',
          ),
        ]
      : [],
  )
}
