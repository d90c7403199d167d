import type { IssueName } from '../input/catalogue.ts'
import { CHOICES } from './majority.ts'
import type { ElectorId } from './tally.ts'
import type { SessionInput } from './session-input.ts'

/** One thing that an entry of a session says against itself or against the rule of the body. */
export interface SessionIssue {
  code: IssueName
  field: 'present' | 'represented' | 'recused' | 'voices'
  /** The person whom the entry is wrong about, where it is one person. */
  person?: ElectorId
}

/** Who may be heard: electors present or represented, less the recused. */
function participants({ electorate, present, represented, recused }: SessionInput): Set<ElectorId> {
  const named = [...present, ...represented.map(({ elector }) => elector)]
  return new Set(named.filter((id) => electorate.includes(id) && !recused.includes(id)))
}

function attendanceIssues({ electorate, present, represented, recused }: SessionInput): SessionIssue[] {
  const issues: SessionIssue[] = []
  const seen = new Set<ElectorId>()
  const check = (person: ElectorId, field: 'present' | 'represented') => {
    if (!electorate.includes(person) && !recused.includes(person))
      issues.push({ code: 'not-an-elector', field, person })
    if (seen.has(person)) issues.push({ code: 'named-twice', field, person })
    seen.add(person)
  }
  for (const person of present) check(person, 'present')
  for (const { elector } of represented) check(elector, 'represented')
  return issues
}

function proxyIssues({ rule, electorate, present, represented, recused }: SessionInput): SessionIssue[] {
  const issues: SessionIssue[] = []
  const holders = new Set(present.filter((id) => electorate.includes(id) && !recused.includes(id)))
  const used = represented.filter(({ elector }) => !recused.includes(elector))
  const carried = new Map<ElectorId, number>()
  for (const { elector, by } of used) {
    if (by == null) continue
    if (!holders.has(by)) issues.push({ code: 'proxy-holder-not-present', field: 'represented', person: elector })
    carried.set(by, (carried.get(by) ?? 0) + 1)
  }
  for (const [person, proxies] of carried) {
    if (proxies > rule.proxies.perPerson) issues.push({ code: 'too-many-proxies', field: 'represented', person })
  }
  // Proxies whose holder the minutes do not name must at least find room among those present.
  if (issues.length === 0 && used.length > rule.proxies.perPerson * holders.size) {
    issues.push({ code: 'too-many-proxies', field: 'represented' })
  }
  return issues
}

function voteIssues(input: SessionInput): SessionIssue[] {
  const { votes, recused, chair } = input
  const may = participants(input)
  const field = 'voices'
  if ('counts' in votes) {
    const { counts, chairChoice } = votes
    const numbers = CHOICES.map((choice) => counts[choice])
    if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0))
      return [{ code: 'counts-not-whole', field }]
    const issues: SessionIssue[] = []
    const cast = numbers.reduce((sum, number) => sum + number, 0)
    if (cast > may.size) issues.push({ code: 'more-voices-than-participants', field })
    if (chairChoice && (chair == null || !may.has(chair) || counts[chairChoice] === 0)) {
      issues.push({ code: 'chair-choice-not-counted', field })
    }
    return issues
  }
  const issues: SessionIssue[] = []
  const seen = new Set<ElectorId>()
  for (const { elector: person } of votes.byName) {
    if (recused.includes(person)) issues.push({ code: 'voice-of-recused', field, person })
    else if (!may.has(person)) issues.push({ code: 'voice-of-absent', field, person })
    if (seen.has(person)) issues.push({ code: 'voice-twice', field, person })
    seen.add(person)
  }
  return issues
}

/** Everything in an entry that contradicts itself or the body's rule, all at once. */
export const sessionIssues = (input: SessionInput): SessionIssue[] => [
  ...attendanceIssues(input),
  ...proxyIssues(input),
  ...voteIssues(input),
]
