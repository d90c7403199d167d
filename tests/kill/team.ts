import type { Payload } from 'payload'
import { adoptCharter, bureauOf, PASSWORD, staffUser } from '../support/factories.ts'
import { ask } from './client.ts'
import type { Front } from './mortal-server.ts'

/** Somebody of the team: the account, and the person who holds a mandate, where it is somebody's. */
type Colleague = { user: string; email: string; person: string }

export type SignedIn = Colleague & { token: string }

export type Team<Member = Colleague> = { secretariat: Member[]; bureau: Member[] }

/** A charter in force, a secretariat of two and a Bureau of five, the chair first. */
export async function assemble(payload: Payload): Promise<Team> {
  await adoptCharter(payload)
  const { members } = await bureauOf(payload)
  const secretariat = [await staffUser(payload), await staffUser(payload, { name: 'Dominique Secrétaire' })]
  return {
    secretariat: secretariat.map(({ id, email }) => ({ user: id, email, person: '' })),
    bureau: members.map(({ user, person }) => ({ user: user.id, email: user.email, person: person.id })),
  }
}

/** Sessions that outlive the server that opened them. */
export async function signIn(server: Front, { secretariat, bureau }: Team): Promise<Team<SignedIn>> {
  const enter = async (colleague: Colleague): Promise<SignedIn> => {
    const { body } = await ask(server, '/users/login', {
      what: 'look',
      body: { email: colleague.email, password: PASSWORD },
    })
    if (typeof body['token'] !== 'string') throw new Error(`${colleague.email} cannot sign in: ${JSON.stringify(body)}`)
    return { ...colleague, token: body['token'] }
  }
  return { secretariat: await Promise.all(secretariat.map(enter)), bureau: await Promise.all(bureau.map(enter)) }
}
