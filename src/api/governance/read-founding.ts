import { declarationIn } from '../../adhesion/declaration/parse-declaration.ts'
import { MEMBER_PARTS } from '../../adhesion/declaration/schema.ts'
import { storedMember } from '../../adhesion/declaration/stored-declaration.ts'
import { issuesOfRule } from '../../governance/body-rule.ts'
import { MANDATE_ROLES } from '../../governance/mandate-facts.ts'
import { DEFAULT_RULE } from '../../governance/rule.ts'
import { choice, day, dayOrNull, fields, optional, optionalList, part, text, textOrNull } from '../../input/fields.ts'
import { issueAt, invalidInput } from '../../input/issue.ts'
import { read, readInPart, readOrRefuse } from '../../input/read.ts'
import type { Issue } from '../../lib/errors.ts'
import { foldEmail } from '../../lib/fold.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import type { Founding, FoundingMember } from '../../membership/found-bureau.ts'
import { email } from '../../organisation/email-field.ts'
import { article, RULE } from './bodies.ts'
import { deliberation } from './deliberation.ts'
import { LENGTHS } from '../../input/lengths.ts'

/** How the file names a member, for `onBehalfOf`, and since when it is one. */
const OF_MEMBER = { key: text(60), effectiveOn: day() }

/** What the file says but of the organisations, which are read like those of applications. */
const FOUNDING_SHAPE = {
  deliberation: deliberation(),
  body: part({
    name: text(120, { named: true }),
    mission: textOrNull(4_000, { lines: 'several' }),
    rule: optional(RULE),
    article: article(),
  }),
  mandates: optionalList(
    fields({
      firstName: text(LENGTHS.personName, { named: true }),
      lastName: text(LENGTHS.personName, { named: true }),
      email: email(),
      role: choice(MANDATE_ROLES),
      onBehalfOf: textOrNull(60),
      firstDay: day(),
      lastDay: dayOrNull(),
    }),
  ),
  secretariat: optionalList(fields({ name: text(LENGTHS.name, { named: true }), email: email() })),
}

/** The file of `npm run create-bureau`. */
const FOUNDING = fields({
  ...FOUNDING_SHAPE,
  members: optionalList(fields({ ...MEMBER_PARTS, kind: optional(MEMBER_PARTS['kind'] ?? text(60)), ...OF_MEMBER })),
})

/**
 * Reads the file that founds the Bureau.
 * @throws DomainError 400 `invalid` with everything that is wrong, each under the place where it stands
 */
export function readFounding(value: unknown): Founding {
  const { value: given, issues } = readInPart(FOUNDING, value)
  const { members, issues: ofMembers } = membersIn(entriesOf(given, 'members'), issues)
  const all = [...withoutMembers(issues), ...ofMembers, ...issuesOfStatedRule(given), ...together(given, members)]
  if (all.length > 0 || !isJsonObject(value)) throw invalidInput(all)
  const { members: _members, ...rest } = value
  const { body, ...founding } = readOrRefuse(fields(FOUNDING_SHAPE), rest)
  return {
    ...founding,
    body: { ...body, rule: body.rule ?? DEFAULT_RULE, article: body.article ?? null },
    members: members.flatMap(({ member }) => (member ? [member] : [])),
  }
}

type Entry = { given: JsonObject; member: FoundingMember | null }

const MEMBERS = /^members\.(\d+)\.(.+)$/
const withoutMembers = (issues: readonly Issue[]): Issue[] => issues.filter(({ path }) => !MEMBERS.test(path))

/** The members of the file, each judged like an application, with what is wrong with each under its place. */
function membersIn(entries: readonly JsonObject[], issues: readonly Issue[]): { members: Entry[]; issues: Issue[] } {
  const found: Issue[] = []
  const members = entries.map((given, index): Entry => {
    const own = issues.flatMap((each): Issue[] => {
      const [, place, path = ''] = MEMBERS.exec(each.path) ?? []
      return place === String(index) ? [{ ...each, path }] : []
    })
    const declared = declarationIn({ ...given, kind: given['kind'] ?? 'member' }, own)
    if (!declared.ok) {
      found.push(...declared.issues.map((each) => ({ ...each, path: `members.${index}.${each.path}` })))
      return { given, member: null }
    }
    const named = read(fields(OF_MEMBER), { key: given['key'], effectiveOn: given['effectiveOn'] })
    return { given, member: named.ok ? { ...named.value, ...storedMember(declared.declaration) } : null }
  })
  return { members, issues: found }
}

/** What is wrong with a rule that is stated whole. */
function issuesOfStatedRule(given: unknown): Issue[] {
  const rule = isJsonObject(given) && isJsonObject(given['body']) ? read(RULE, given['body']['rule']) : null
  return rule?.ok ? issuesOfRule(rule.value).map((each) => ({ ...each, path: `body.${each.path}` })) : []
}

/** The entries of a list that are objects; a faulty one stands there as it came. */
function entriesOf(given: unknown, name: string): JsonObject[] {
  const list: unknown = isJsonObject(given) ? given[name] : undefined
  return Array.isArray(list) ? list.map((each: unknown) => (isJsonObject(each) ? each : {})) : []
}

const textOf = (entry: JsonObject, name: string): string => {
  const value = entry[name]
  return typeof value === 'string' ? value : ''
}

/** What is wrong only when the entries are seen side by side. */
function together(given: unknown, members: readonly Entry[]): Issue[] {
  const mandates = entriesOf(given, 'mandates')
  const secretariat = entriesOf(given, 'secretariat')
  const issues: Issue[] = []
  if (members.length === 0) issues.push(issueAt('members', 'founders-missing'))
  if (mandates.length === 0) issues.push(issueAt('mandates', 'bureau-missing'))
  if (secretariat.length < 2) issues.push(issueAt('secretariat', 'too-few'))
  if (mandates.filter((mandate) => textOf(mandate, 'role') === 'chair').length !== 1)
    issues.push(issueAt('mandates', 'one-chair'))
  const emails = (list: readonly JsonObject[]) => list.map((each) => foldEmail(textOf(each, 'email')))
  return [
    ...issues,
    ...repeated(
      'members',
      'key',
      members.map((each) => textOf(each.given, 'key')),
    ),
    ...repeated(
      'members',
      'organisation',
      members.map(({ member }) => member?.identifierKey ?? ''),
    ),
    ...repeated('mandates', 'email', emails(mandates)),
    ...repeated('secretariat', 'email', emails(secretariat)),
    ...mandates.flatMap((mandate, index) => issuesOfMandate(mandate, index, members)),
  ]
}

function issuesOfMandate(mandate: JsonObject, index: number, members: readonly Entry[]): Issue[] {
  const [firstDay, lastDay, onBehalfOf] = ['firstDay', 'lastDay', 'onBehalfOf'].map((name) => textOf(mandate, name))
  const issues: Issue[] = []
  if (lastDay && firstDay && lastDay < firstDay) issues.push(issueAt(`mandates.${index}.lastDay`, 'days-reversed'))
  if (!onBehalfOf) return issues
  const member = members.find(({ given }) => textOf(given, 'key') === onBehalfOf)
  if (!member) issues.push(issueAt(`mandates.${index}.onBehalfOf`, 'unknown-reference'))
  else if (firstDay && textOf(member.given, 'effectiveOn') > firstDay)
    issues.push(issueAt(`mandates.${index}.firstDay`, 'before-membership'))
  return issues
}

const repeated = (list: string, name: string, values: readonly string[]): Issue[] =>
  values.flatMap((value, index) =>
    value !== '' && values.indexOf(value) < index ? [issueAt(`${list}.${index}.${name}`, 'repeated')] : [],
  )
