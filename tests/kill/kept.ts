import type { Acknowledged } from './acknowledged.ts'
import { factsIn, idOf, type Stored, type StoredFile } from './stored.ts'

const by =
  (user: string) =>
  (facts: Record<string, unknown>): boolean => {
    const { actor } = facts
    return typeof actor === 'object' && actor !== null && 'id' in actor && actor.id === user
  }

/** Whether a file still shows what somebody was told of it. */
function isKept(file: StoredFile, fact: Acknowledged): boolean {
  const { adhesion, journal, signatures, rounds, votes } = file
  switch (fact.what) {
    case 'submitted':
      return adhesion.reference === fact.reference && journal[0]?.type === 'submitted'
    case 'signed':
      return signatures.some(({ signedAt }) => signedAt === fact.signedAt) && factsIn(file, 'signed').length === 1
    case 'claimed':
      return adhesion.rev >= fact.rev && factsIn(file, 'claimed').some(by(fact.user))
    case 'put-to-bureau':
      return (
        adhesion.rev >= fact.rev &&
        factsIn(file, 'put-to-bureau').filter(by(fact.user)).length === 1 &&
        rounds.length === 1
      )
    case 'voted':
      return (
        adhesion.rev >= fact.rev &&
        (fact.status === 'before-bureau' || adhesion.status === fact.status) &&
        votes.some(({ person, choice, live }) => live && idOf(person) === fact.person && choice === fact.choice)
      )
    case 'came-too-late':
      return !votes.some(({ person }) => idOf(person) === fact.person)
  }
}

/** What was acknowledged and is not so. */
export function missing({ files }: Stored, acknowledged: readonly Acknowledged[]): Acknowledged[] {
  const found = new Map(
    files.flatMap((file) => [
      [file.adhesion.id, file],
      [file.adhesion.reference, file],
    ]),
  )
  return acknowledged.filter((fact) => {
    const file = found.get('id' in fact ? fact.id : fact.reference)
    return !file || !isKept(file, fact)
  })
}
