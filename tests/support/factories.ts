import { randomInt, randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { sha256 } from '../../src/lib/hash.ts'
import type { CharterVersion, GovernanceBody, Person, User } from '../../src/payload-types.ts'

/** The digit that makes a number pass Luhn's check. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** A SIREN that passes its check and that no test has had before. */
export function validSiren(): string {
  const digits = `8${String(randomInt(0, 10_000_000)).padStart(7, '0')}`
  return digits + luhnDigit(digits)
}

/** A SIRET of an organisation: of a new one, unless its SIREN is given. */
export function validSiret(siren = validSiren(), establishment = 1): string {
  const digits = siren + String(establishment).padStart(4, '0')
  return digits + luhnDigit(digits)
}

type Tree = { [key: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

function overlaid(base: Tree, changes: Tree): Tree {
  const merged = { ...base }
  for (const [key, value] of Object.entries(changes)) {
    const before = merged[key]
    merged[key] = isTree(before) && isTree(value) ? overlaid(before, value) : value
  }
  return merged
}

/** A complete application of a new organisation, as a caller sends it; `changes` go over it at every depth. */
export function application(changes: Tree = {}): Tree {
  const unique = randomUUID().slice(0, 8)
  return overlaid(
    {
      kind: 'member',
      organisation: {
        legalName: `Atelier ${unique}`,
        legalForm: 'association',
        siret: validSiret(),
        address: { line1: '12 rue des Lilas', postalCode: '69003', city: 'Lyon' },
      },
      representative: {
        firstName: 'Jeanne',
        lastName: 'Martin',
        function: 'Présidente',
        capacity: 'legal-representative',
        email: `jeanne.${unique}@organisme.example`,
      },
      contact: { firstName: 'Paul', lastName: 'Durand', email: `paul.${unique}@organisme.example` },
      motivation: 'Participer aux travaux.',
      privacyNoticeRead: true,
    },
    changes,
  )
}

const lexical = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: 'ltr',
        format: '',
        indent: 0,
        children: [{ type: 'text', version: 1, text, detail: 0, format: 0, mode: 'normal', style: '' }],
      },
    ],
  },
})

type CharterFacts = {
  number?: number
  binds?: CharterVersion['binds']
  effectiveOn?: string
  resignRequired?: boolean
  text?: string
}

/** A charter version that was adopted, and is in force unless its day lies ahead. */
export function adoptCharter(
  payload: Payload,
  { number = 1, binds = 'both', effectiveOn = '2020-01-01', resignRequired = false, text }: CharterFacts = {},
): Promise<CharterVersion> {
  const canonicalText = text ?? `# Charte\n\nVersion ${number}\u00a0: nous formons ensemble.\n`
  return unitOfWork(payload, ({ req }) =>
    payload.create({
      collection: 'charter-versions',
      data: {
        number,
        title: `Charte, version ${number}`,
        binds,
        status: 'adopted',
        content: lexical(canonicalText),
        canonicalText,
        sha256: sha256(canonicalText),
        effectiveOn,
        deliberation: 'AG de fondation',
        resignRequired,
        adoptedAt: new Date().toISOString(),
      },
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
}

/** What everybody signs in with. */
export const PASSWORD = 'un mot de passe de test'

type Staff = { name?: string; email?: string; roles?: User['roles']; password?: string }

/** A staff account, with a password only where a test signs in. */
export function staffUser(
  payload: Payload,
  {
    name = 'Camille Secrétaire',
    email = `${randomUUID()}@equipe.example`,
    roles = ['secretariat'],
    password = PASSWORD,
  }: Staff = {},
): Promise<User> {
  return unitOfWork(payload, ({ req }) =>
    payload.create({
      collection: 'users',
      data: { name, email, roles, password },
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
}

export type BureauMember = { user: User; person: Person }

const ROLES = ['chair', 'treasurer', 'member', 'member', 'member'] as const

/** The one body that validates adhesions, with as many members in force as asked, the first in the chair. */
export async function bureauOf(
  payload: Payload,
  size = 5,
  rule: Partial<GovernanceBody['rule']> = {},
): Promise<{ body: GovernanceBody; members: BureauMember[] }> {
  const body = await unitOfWork(payload, ({ req }) =>
    payload.create({
      collection: 'governance-bodies',
      data: {
        name: 'Bureau',
        slug: `bureau-${randomUUID().slice(0, 8)}`,
        kind: 'bureau',
        competences: ['adhesion-validation'],
        rule: {
          quorumNumerator: 1,
          quorumDenominator: 2,
          minimumFor: 2,
          tie: 'refer',
          proxiesPerPerson: 1,
          proxiesCountForQuorum: false,
          ballotDays: 10,
          ...rule,
        },
      },
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
  const members: BureauMember[] = []
  for (let index = 0; index < size; index += 1) members.push(await bureauMember(payload, body, index))
  return { body, members }
}

/** Somebody with an account and a mandate in force in a body; the first is in the chair. */
export async function bureauMember(payload: Payload, body: GovernanceBody, index: number): Promise<BureauMember> {
  const user = await staffUser(payload, { name: `Membre ${index + 1} du Bureau`, roles: [] })
  return unitOfWork(payload, async ({ req }) => {
    const person = await payload.create({
      collection: 'people',
      data: { firstName: `Membre${index + 1}`, lastName: 'Du Bureau', email: user.email, account: user.id },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await payload.create({
      collection: 'mandates',
      data: {
        person: person.id,
        body: body.id,
        role: ROLES[index] ?? 'member',
        firstDay: '2020-01-01',
        deliberation: 'AG de fondation',
        confirmed: true,
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    return { user, person }
  })
}
