import type { Payload } from 'payload'
import { unitOfWork } from '../db/unit-of-work.ts'
import type { User } from '../payload-types.ts'

const DOMAIN = 'demo.cpof.example'

const ACCOUNTS = [
  { key: 'admin', name: 'Alix Moreau', roles: ['admin'], title: 'Administration' },
  { key: 'redaction', name: 'Inès Caradec', roles: ['editor'], title: 'Rédaction' },
  { key: 'secretariat', name: 'Claire Nogaret', roles: ['secretariat'], title: 'Secrétariat' },
  { key: 'secretariat2', name: 'Théo Marsan', roles: ['secretariat'], title: 'Secrétariat (seconde personne)' },
  { key: 'presidence', name: 'Hélène Vasseur', roles: [], title: 'Présidence du Bureau' },
  { key: 'tresorerie', name: 'Bastien Roumiguier', roles: [], title: 'Trésorerie, membre du Bureau' },
  { key: 'bureau3', name: 'Maïwenn Cadiou', roles: [], title: 'Membre du Bureau' },
  { key: 'bureau4', name: 'Marc Estève', roles: [], title: 'Membre du Bureau' },
  { key: 'bureau5', name: 'Sandra Pietri', roles: [], title: 'Membre du Bureau' },
  { key: 'comite', name: 'Nadia Belkacem', roles: [], title: 'Présidence du Comité scientifique' },
  { key: 'comite2', name: 'Grégoire Lanvin', roles: [], title: 'Membre du Comité scientifique' },
] as const

export type AccountKey = (typeof ACCOUNTS)[number]['key']

export type Team = Record<AccountKey, User>

/** What is printed of the sample accounts. */
export const SAMPLE_ACCOUNTS: readonly { email: string; title: string }[] = ACCOUNTS.map(({ key, title }) => ({
  email: `${key}@${DOMAIN}`,
  title,
}))

/** Makes the sample accounts, all with one password. */
export async function seedTeam(payload: Payload, password: string): Promise<Team> {
  const made: [string, User][] = []
  for (const { key, name, roles } of ACCOUNTS) {
    const user = await unitOfWork(payload, ({ req }) =>
      payload.create({
        collection: 'users',
        data: { name, email: `${key}@${DOMAIN}`, roles: [...roles], password },
        req,
        depth: 0,
        overrideAccess: true,
        disableVerificationEmail: true,
      }),
    )
    made.push([key, user])
  }
  const team: Partial<Team> = Object.fromEntries(made)
  const of = (key: AccountKey): User => {
    const user = team[key]
    if (!user) throw new Error(`The demo lacks the account ${key}`)
    return user
  }
  return {
    admin: of('admin'),
    redaction: of('redaction'),
    secretariat: of('secretariat'),
    secretariat2: of('secretariat2'),
    presidence: of('presidence'),
    tresorerie: of('tresorerie'),
    bureau3: of('bureau3'),
    bureau4: of('bureau4'),
    bureau5: of('bureau5'),
    comite: of('comite'),
    comite2: of('comite2'),
  }
}
