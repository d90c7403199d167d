import { createLocalReq, type Access, type Payload } from 'payload'
import { COMPETENCES } from '../../governance/competences.ts'
import { ROLES } from '../../governance/roles.ts'
import type { Scheme } from '../errors.ts'

/** Who may ask: anybody, any account of the team, one with a role, or one whose person holds a mandate today. */
export const CALLERS = ['anybody', 'team', ...ROLES, 'mandate'] as const
export type Caller = (typeof CALLERS)[number]

const ID = 'somebody'

/** What is stored of somebody who sits in a body of every competence, for whoever looks for mandates. */
const SEAT: Readonly<Record<string, object>> = {
  people: { id: ID, account: ID, firstName: '', lastName: '' },
  'governance-bodies': { id: ID, name: '', competences: COMPETENCES },
  mandates: { id: ID, person: ID, body: ID, role: 'chair', confirmed: true, firstDay: '2000-01-01' },
}

/** A Payload whose database holds nothing, or one seat: rights are asked of it and no record is read. */
const holding = (payload: Payload, rows: Readonly<Record<string, object>>): Payload =>
  new Proxy(payload, {
    get: (target, name, receiver): unknown =>
      name === 'find'
        ? async ({ collection }: { collection: string }) => ({ docs: rows[collection] ? [rows[collection]] : [] })
        : Reflect.get(target, name, receiver),
  })

const EPOCH = new Date(0).toISOString()

/** Asks a rule of access as somebody. */
async function isOpenTo(payload: Payload, rule: Access, caller: Caller): Promise<boolean> {
  const roles = ROLES.filter((role) => role === caller)
  const user = {
    ...{ id: ID, name: '', email: '', createdAt: EPOCH, updatedAt: EPOCH, sessions: [] },
    ...{ collection: 'users' as const, roles },
  }
  const asked = holding(payload, caller === 'mandate' ? SEAT : {})
  const req = await createLocalReq(caller === 'anybody' ? {} : { user }, asked)
  return Boolean(await rule({ req, id: ID }))
}

/** To whom a rule of access is open, asked as each; those alone whom no wider one includes. */
export async function openTo(payload: Payload, rule: Access): Promise<readonly Caller[]> {
  if (await isOpenTo(payload, rule, 'anybody')) return ['anybody']
  if (await isOpenTo(payload, rule, 'team')) return ['team']
  const found: Caller[] = []
  for (const caller of CALLERS) if (await isOpenTo(payload, rule, caller)) found.push(caller)
  return found
}

/** How somebody shows who they are, by who may ask and by which schemes (OpenAPI, Security Requirement Object). */
export function securityOf(
  by: readonly Caller[],
  schemes: readonly Scheme[],
): Readonly<Record<string, readonly string[]>>[] {
  const isForAll = by.includes('anybody') || by.includes('team')
  const roles = isForAll ? [[]] : by.map((caller) => [caller])
  return [
    ...(by.includes('anybody') ? [{}] : []),
    ...schemes.flatMap((scheme) => (scheme === 'JWT' ? roles : [[]]).map((names) => ({ [scheme]: names }))),
  ]
}
