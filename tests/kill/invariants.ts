import { unsignedSlot } from '../../src/adhesion/lifecycle/slot.ts'
import { releasedSlot } from '../../src/adhesion/lifecycle/slot.ts'
import { isEnded, type State } from '../../src/adhesion/lifecycle/states.ts'
import { electorsIn, ruleIn, tallyIn } from '../../src/deliberation/stored-round.ts'
import { tally } from '../../src/deliberation/tally.ts'
import type { Round, Vote } from '../../src/payload-types.ts'
import { evidenceHash, verifyChain } from '../../src/record/chain.ts'
import { factsIn, idOf, type StoredFile } from './stored.ts'

/** Where a fact leads a file; the others leave it where it is. */
const LEADS_TO: Readonly<Record<string, State>> = {
  submitted: 'awaiting-signature',
  signed: 'submitted',
  claimed: 'under-review',
  'put-to-bureau': 'before-bureau',
  approved: 'validated',
  rejected: 'rejected',
  referred: 'referred',
  closed: 'closed',
}

/** What a decision is called in the tally, and on the file. */
const OUTCOMES: Readonly<Record<string, State>> = {
  open: 'before-bureau',
  approved: 'validated',
  rejected: 'rejected',
  referred: 'referred',
}

/** Facts that come with another one, in the same transition. */
const DECISIONS = ['approved', 'rejected', 'referred']

const has = (file: StoredFile, type: string): boolean => file.journal.some((row) => row.type === type)

/** One row where there is to be one, none where there is to be none. */
const exactly = (rows: readonly unknown[], due: boolean): boolean => rows.length === (due ? 1 : 0)

function slotOf({ id, status, identifierKey, representativeEmailKey }: StoredFile['adhesion']): string {
  if (status === 'awaiting-signature') return unsignedSlot(identifierKey, representativeEmailKey ?? '')
  return isEnded(status) ? releasedSlot(id) : identifierKey
}

/** What the votes that were kept make of a round. */
function resultOf(round: Round, votes: readonly Vote[]) {
  return tally({
    rule: ruleIn(round),
    electorate: electorsIn(round).map(({ person }) => person),
    chair: idOf(round.chair),
    votes: votes.flatMap(({ person, choice }) => (choice === 'recused' ? [] : [{ elector: idOf(person), choice }])),
    closed: false,
  })
}

const votesIn = (file: StoredFile): string[] =>
  factsIn(file, 'vote-cast').map(({ personId, choice }) => `${String(personId)} ${String(choice)}`)

/** What holds of every file at every moment, whatever was cut off: each a sentence, and how it is seen. */
const INVARIANTS: Readonly<Record<string, (file: StoredFile) => boolean>> = {
  'its journal is a chain without a fault': ({ journal }) =>
    journal.length > 0 &&
    verifyChain(journal.map((row) => ({ ...row, evidence: row.evidence ?? null, salt: row.salt ?? null }))).ok,
  'it stands where its journal leads': ({ adhesion, journal }) =>
    journal.map(({ type }) => LEADS_TO[type]).findLast((state) => state !== undefined) === adhesion.status,
  'its revision is not behind its transitions': ({ adhesion, journal }) =>
    adhesion.rev >= journal.filter(({ type }) => type !== 'submitted' && !DECISIONS.includes(type)).length,
  'it holds the slot of its state': ({ adhesion }) => adhesion.slot === slotOf(adhesion),
  'it has one signature with its evidence when the journal says so, else none': (file) =>
    exactly(file.signatures, has(file, 'signed')) &&
    file.signatures.every(
      ({ id, salt, evidence, evidenceHash: hash }) =>
        id === idOf(file.adhesion.signature) && hash === evidenceHash(salt ?? '', evidence),
    ),
  'its link to sign was used when it was signed, and not before': (file) =>
    file.links.filter(({ purpose, usedAt }) => purpose === 'sign' && usedAt).length === file.signatures.length,
  'it has a round when it was put to the Bureau, else none': (file) =>
    exactly(file.rounds, has(file, 'put-to-bureau')) &&
    file.rounds.every(({ id }) => id === idOf(file.adhesion.currentRound)),
  'its votes are the votes of its journal': (file) =>
    same(
      file.votes.map(({ person, choice }) => `${idOf(person)} ${choice}`),
      votesIn(file),
    ),
  'it is decided as its votes decide, and open while they leave it open': ({ adhesion, rounds, votes }) =>
    rounds.every((round) => {
      const { outcome, counts } = resultOf(round, votes)
      const counted = tallyIn(round)
      if (OUTCOMES[outcome] !== adhesion.status) return false
      return outcome === 'open'
        ? round.status === 'open' && counted === null
        : round.status === 'closed' &&
            round.outcome === outcome &&
            JSON.stringify(counted?.counts) === JSON.stringify(counts)
    }),
  'it has made one member when it is validated, else none': ({ adhesion, members }) =>
    exactly(members, adhesion.status === 'validated') &&
    members.every(
      ({ id, slot, status }) => id === idOf(adhesion.member) && slot === adhesion.identifierKey && status === 'active',
    ),
}

/** Whether two lists hold the same, in whatever order. */
export const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join('\n') === others.toSorted().join('\n')

/** The sentences that do not hold of a file. */
export const brokenOn = (file: StoredFile): string[] =>
  Object.entries(INVARIANTS).flatMap(([sentence, holds]) =>
    holds(file) ? [] : [`${file.adhesion.reference}: ${sentence}`],
  )
