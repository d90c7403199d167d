import type { User } from '../../src/payload-types.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { actorOf, houseWith, seat, type House, type Seat, type StaffActor } from './bureau.ts'
import type { TestApp } from './app.ts'
import { bureauMember, PASSWORD, staffUser } from './factories.ts'

/**
 * Everybody who may come to a file. `holder` is the secretary who holds it, `vice` the vice-chair, `tied` a member of the
 * Bureau who has the contact's e-mail, `declared` one who declared a conflict in the round, `newcomer` one who came
 * after it opened, `former` one whose mandate has ended, `clock` the system.
 */
export const CAST = [
  'visitor',
  'contact',
  'representative',
  'holder',
  'colleague',
  'chair',
  'vice',
  'elector',
  'newcomer',
  'tied',
  'declared',
  'former',
  'editor',
  'admin',
  'roleless',
  'clock',
] as const
export type Who = (typeof CAST)[number]

/** The seats of the Bureau; `extra` votes where a file needs one vote more. */
const SEATS = { chair: 0, vice: 1, elector: 2, tied: 3, declared: 4, former: 5, extra: 6 } as const
export type Place = keyof typeof SEATS

export type Company = {
  house: House
  seated: (place: Place) => Seat
  /** The token of a session of everybody who has an account. */
  sessions: Map<Who, string>
  /** After the files stand: somebody comes to the Bureau, somebody has left it. */
  changeBureau: () => Promise<void>
}

/** A Bureau, a secretariat of two and the rest of the team, all signed in. */
export async function gather(app: TestApp): Promise<Company> {
  const { payload } = app
  const house = await houseWith(app, Object.keys(SEATS).length)
  const seated = (place: Place): Seat => seat(house, SEATS[place])
  const mandate = (place: Place, data: Record<string, string>) =>
    payload.db.updateMany({ collection: 'mandates', where: { person: { equals: seated(place).person.id } }, data })
  await mandate('vice', { role: 'vice-chair' })
  const sessions = new Map<Who, string>()
  const signIn = async (who: Who, { email }: Pick<User, 'email'>) => {
    const { token } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    if (!token) throw new Error(`${who} was not signed in`)
    sessions.set(who, token)
  }
  const team: [Who, Pick<User, 'email'>][] = [
    ['editor', await staffUser(payload, { roles: ['editor'] })],
    ['admin', await staffUser(payload, { roles: ['admin'] })],
    ['roleless', await staffUser(payload, { roles: [] })],
  ]
  const seats = (['chair', 'vice', 'elector', 'tied', 'declared', 'former'] as const).map(
    (place): [Who, Pick<User, 'email'>] => [place, seated(place).user],
  )
  await Promise.all([...team, ...seats].map(([who, user]) => signIn(who, user)))
  await Promise.all([signIn('holder', house.secretary.user), signIn('colleague', house.colleague.user)])
  const changeBureau = async () => {
    const { user } = await bureauMember(payload, house.body, Object.keys(SEATS).length)
    await signIn('newcomer', user)
    await mandate('former', { lastDay: addDays(parisDay(new Date()), -1) })
  }
  return { house, seated, sessions, changeBureau }
}

/** Somebody of the Bureau as use-cases know them. */
export const memberOf = ({ seated }: Company, place: Place): StaffActor => actorOf(seated(place).user)
