import type { Payload } from 'payload'
import { proposeAdoption, confirmAdoption } from '../charter/adopt.ts'
import { lexicalToMarkdown } from '../content/lexical-markdown.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import { mandateTitle } from '../governance/mandate-notice.ts'
import { now } from '../lib/clock.ts'
import type { GovernanceBody, User } from '../payload-types.ts'
import { CHARTER_TEXT } from './charter-text.ts'
import { dayAgo, type Story } from './story.ts'
import type { AccountKey, Team } from './team.ts'

const clerk = ({ id, name, email }: User) => ({ id, name, email })

const RULE = {
  quorumNumerator: 1,
  quorumDenominator: 2,
  minimumFor: 2,
  tie: 'refer',
  proxiesPerPerson: 1,
  proxiesCountForQuorum: true,
  ballotDays: 10,
} as const

/** The charter of the demo, proposed by one person of the secretariat and confirmed by another. */
export async function seedCharter(payload: Payload, team: Team, story: Story): Promise<string> {
  story.at(400, 10)
  const version = await unitOfWork(payload, ({ req }) =>
    payload.create({
      collection: 'charter-versions',
      data: {
        number: 1,
        title: 'Charte des membres',
        binds: 'both',
        status: 'draft',
        content: CHARTER_TEXT,
        resignRequired: false,
        rev: 0,
      },
      req,
      depth: 0,
      overrideAccess: true,
    }),
  )
  const act = { id: version.id, toMarkdown: lexicalToMarkdown }
  await proposeAdoption(payload, {
    ...act,
    clerk: clerk(team.secretariat),
    effectiveOn: dayAgo(story.today, 399),
    deliberation: 'Assemblée générale constitutive, résolution 3',
  })
  story.at(400, 15)
  await confirmAdoption(payload, { ...act, clerk: clerk(team.secretariat2) })
  return version.id
}

export type Bodies = {
  assembly: GovernanceBody
  bureau: GovernanceBody
  committee: GovernanceBody
  inclusion: GovernanceBody
  quality: GovernanceBody
}

/** The four kinds of body, with what each may decide. */
export async function seedBodies(payload: Payload): Promise<Bodies> {
  const body = (
    data: Pick<GovernanceBody, 'name' | 'slug' | 'kind' | 'mission'> &
      Partial<Pick<GovernanceBody, 'competences' | 'joinableBy'>>,
  ) =>
    unitOfWork(payload, ({ req }) =>
      payload.create({
        collection: 'governance-bodies',
        data: { ...data, rule: { ...RULE }, rev: 0 },
        req,
        depth: 0,
        overrideAccess: true,
      }),
    )
  return {
    assembly: await body({
      name: 'Assemblée générale',
      slug: 'assemblee-generale',
      kind: 'assembly',
      mission: 'Fixe les orientations et élit le Bureau.',
      competences: ['publication-adoption'],
    }),
    bureau: await body({
      name: 'Bureau',
      slug: 'bureau',
      kind: 'bureau',
      mission: 'Conduit l’action de la Conférence, valide les adhésions et adopte les publications.',
      competences: ['adhesion-validation', 'publication-adoption'],
    }),
    committee: await body({
      name: 'Comité scientifique',
      slug: 'comite-scientifique',
      kind: 'scientific-committee',
      mission: 'Veille à la solidité des positions et des rapports.',
      competences: ['publication-review'],
    }),
    inclusion: await body({
      name: 'Groupe de travail Inclusion',
      slug: 'groupe-inclusion',
      kind: 'working-group',
      mission: 'Accueil des publics éloignés de la formation.',
      joinableBy: ['member', 'partner'],
    }),
    quality: await body({
      name: 'Groupe de travail Qualité',
      slug: 'groupe-qualite',
      kind: 'working-group',
      mission: 'Pratiques d’évaluation et certification.',
      joinableBy: ['member', 'partner'],
    }),
  }
}

type Seat = {
  firstName: string
  lastName: string
  account?: AccountKey
  body: keyof Bodies
  role: 'chair' | 'vice-chair' | 'secretary' | 'treasurer' | 'member'
  from: number
  until?: number
  member?: string
}

/** Mandates in force, past and coming; days are counted from today, past days positive. */
const SEATS: readonly Seat[] = [
  {
    firstName: 'Hélène',
    lastName: 'Vasseur',
    account: 'presidence',
    body: 'bureau',
    role: 'chair',
    from: 395,
    until: -335,
    member: 'Union des ateliers de formation',
  },
  {
    firstName: 'Bastien',
    lastName: 'Roumiguier',
    account: 'tresorerie',
    body: 'bureau',
    role: 'treasurer',
    from: 395,
    until: -335,
    member: 'Fédération des écoles du second départ',
  },
  {
    firstName: 'Maïwenn',
    lastName: 'Cadiou',
    account: 'bureau3',
    body: 'bureau',
    role: 'secretary',
    from: 395,
    until: -335,
    member: 'Atelier Grand Large',
  },
  {
    firstName: 'Marc',
    lastName: 'Estève',
    account: 'bureau4',
    body: 'bureau',
    role: 'member',
    from: 395,
    until: -335,
    member: 'Pyrène Compétences',
  },
  {
    firstName: 'Sandra',
    lastName: 'Pietri',
    account: 'bureau5',
    body: 'bureau',
    role: 'member',
    from: 395,
    until: -335,
    member: 'Centre Mistral Formation',
  },
  {
    firstName: 'Colette',
    lastName: 'Faugeras',
    body: 'bureau',
    role: 'member',
    from: 395,
    until: 200,
    member: 'École buissonnière du Limousin',
  },
  {
    firstName: 'Yacine',
    lastName: 'Delporte',
    body: 'bureau',
    role: 'member',
    from: -336,
    member: 'La Fabrique des métiers',
  },
  {
    firstName: 'Nadia',
    lastName: 'Belkacem',
    account: 'comite',
    body: 'committee',
    role: 'chair',
    from: 380,
    member: 'Observatoire des parcours d’apprentissage',
  },
  { firstName: 'Grégoire', lastName: 'Lanvin', account: 'comite2', body: 'committee', role: 'member', from: 380 },
  { firstName: 'Aminata', lastName: 'Sarr', body: 'committee', role: 'member', from: 380 },
  {
    firstName: 'Élise',
    lastName: 'Kuntzmann',
    body: 'inclusion',
    role: 'chair',
    from: 300,
    member: 'Savoirs du Levant',
  },
  {
    firstName: 'Anouk',
    lastName: 'Guilbaud',
    body: 'inclusion',
    role: 'member',
    from: 300,
    member: 'Les Compagnes du bâtiment durable',
  },
  {
    firstName: 'Isabelle',
    lastName: 'Renaudin',
    body: 'quality',
    role: 'chair',
    from: 280,
    member: 'Groupement Val de Loire Alternance',
  },
]

/** Persons, their accounts and their mandates, entered as confirmed by the founding deliberation. */
export async function seedMandates(
  payload: Payload,
  team: Team,
  bodies: Bodies,
  members: ReadonlyMap<string, string>,
  story: Story,
): Promise<void> {
  story.at(395, 11)
  for (const { firstName, lastName, account, body, role, from, until, member } of SEATS) {
    const user = account ? team[account] : null
    const onBehalfOf = member ? members.get(member) : undefined
    await unitOfWork(payload, async ({ req }) => {
      const person = await payload.create({
        collection: 'people',
        data: {
          firstName,
          lastName,
          email:
            user?.email ??
            `${firstName}.${lastName}@instances.example`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
          ...(user ? { account: user.id } : {}),
          rev: 0,
        },
        req,
        depth: 0,
        overrideAccess: true,
      })
      await payload.create({
        collection: 'mandates',
        data: {
          title: mandateTitle({ person: `${firstName} ${lastName}`, body: bodies[body].name }, role),
          person: person.id,
          body: bodies[body].id,
          role,
          ...(onBehalfOf ? { onBehalfOf } : {}),
          firstDay: dayAgo(story.today, from),
          ...(until === undefined ? {} : { lastDay: dayAgo(story.today, until) }),
          deliberation: 'Assemblée générale constitutive, résolution 5',
          confirmed: true,
          enteredBy: team.secretariat.id,
          confirmedBy: team.secretariat2.id,
          confirmedAt: now().toISOString(),
          rev: 0,
        },
        req,
        depth: 0,
        overrideAccess: true,
      })
    })
  }
}
