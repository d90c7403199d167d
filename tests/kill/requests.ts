import type { VoteChoice } from '../../src/adhesion/actions/cast-vote.ts'
import type { Acknowledged } from './acknowledged.ts'
import { type Answer, ask, codeOf } from './client.ts'
import type { Front } from './mortal-server.ts'
import type { Story } from './story.ts'
import type { SignedIn } from './team.ts'

/** Where requests go, and where it is kept what was acknowledged. */
export type Desk = {
  server: Front
  acknowledged: Acknowledged[]
  /** How many requests had to be made again because their answers were lost. */
  lost: number
  /** Is told the status of each answer; 0 for one that was lost. */
  answered?: (status: number) => void
}

async function asked(desk: Desk, path: string, request: Parameters<typeof ask>[2]): Promise<Answer> {
  const answer = await ask(desk.server, path, { ...request, ...(desk.answered ? { answered: desk.answered } : {}) })
  if (answer.repeated) desk.lost += 1
  return answer
}

function told({ server, acknowledged }: Desk, fact: Acknowledged): void {
  acknowledged.push(fact)
  server.happened('acknowledgement')
}

const unexpected = (path: string, { status, body }: Answer) =>
  new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`)

/** Applies. Whose first answer was lost may hear that the application is there already. */
export async function submit(desk: Desk, body: Story['application']): Promise<void> {
  const answer = await asked(desk, '/adhesions', { what: 'submission', body })
  const { doc } = answer.body
  if (answer.status === 201 && typeof doc === 'object' && doc !== null && 'id' in doc && 'reference' in doc) {
    told(desk, { what: 'submitted', id: String(doc.id), reference: String(doc.reference) })
  } else if (!answer.repeated || codeOf(answer) !== 'adhesion-in-progress') throw unexpected('An application', answer)
}

/** Signs, and returns the reference. */
export async function sign(desk: Desk, token: string): Promise<string> {
  const answer = await asked(desk, '/adhesions/sign', {
    what: 'signature',
    body: { token, fullName: 'Jeanne Martin', accept: true },
  })
  const { reference, signedAt } = answer.body
  if (answer.status !== 200 || typeof reference !== 'string') throw unexpected('A signature', answer)
  told(desk, { what: 'signed', reference, signedAt: String(signedAt) })
  return reference
}

/** The id of a file that the secretariat knows by its reference. */
export async function find(desk: Desk, { token }: SignedIn, reference: string): Promise<string> {
  const answer = await asked(desk, `/adhesions?depth=0&where[reference][equals]=${reference}`, {
    what: 'look',
    method: 'GET',
    token,
  })
  const [found]: unknown[] = Array.isArray(answer.body['docs']) ? answer.body['docs'] : []
  if (answer.status !== 200 || typeof found !== 'object' || found === null || !('id' in found))
    throw unexpected(reference, answer)
  return String(found.id)
}

/** Takes a file in hand and puts it to the Bureau. */
export async function instruct(desk: Desk, { token, user }: SignedIn, id: string): Promise<void> {
  for (const [what, fact, body] of [
    ['claim', 'claimed', {}],
    ['put-to-bureau', 'put-to-bureau', { powerToBind: { source: 'Annuaire des entreprises' } }],
  ] as const) {
    const answer = await asked(desk, `/adhesions/${id}/${what}`, { what, body, token })
    if (answer.status !== 200) throw unexpected(what, answer)
    told(desk, { what: fact, id, user, rev: Number(answer.body['rev']) })
  }
}

/** Votes, after so many others, or hears that the others have decided. */
export async function vote(
  desk: Desk,
  { token, person }: SignedIn,
  { id, choice, before }: { id: string; choice: VoteChoice; before: number },
): Promise<void> {
  const answer = await asked(desk, `/adhesions/${id}/vote`, {
    what: before < 2 ? 'vote' : 'third-vote',
    body: { choice },
    token,
  })
  if (answer.status === 200)
    told(desk, {
      what: 'voted',
      id,
      person,
      choice,
      status: String(answer.body['status']),
      rev: Number(answer.body['rev']),
    })
  else if (codeOf(answer) === 'wrong-state') told(desk, { what: 'came-too-late', id, person })
  else throw unexpected('A vote', answer)
}
