import type { Payload } from 'payload'
import { PARIS, startOfParisDay, type Day } from '../lib/dates.ts'
import type { Event } from '../payload-types.ts'
import { seedFile } from './publications.ts'
import { bullets, paragraph, richText } from './rich-text.ts'
import { dayAgo } from './story.ts'

type Sample = Pick<Event, 'slug' | 'title' | 'kind' | 'summary'> &
  Partial<Pick<Event, 'region' | 'place' | 'link' | 'speakers'>> & {
    /** Days before today; days to come are negative. */
    ago: number
    /** Hours of the day, Paris. */
    from: number
    to: number
    programme: ReturnType<typeof richText>
    minutes?: string
  }

const SAMPLES: readonly Sample[] = [
  {
    slug: 'conference-de-brest',
    title: 'Se former au bord du monde',
    kind: 'conference',
    ago: -24,
    from: 9,
    to: 17,
    region: '53',
    place: 'Salle du Grand Pavois\n14 quai des Courlis, Brest',
    summary:
      'Une journée sur la formation dans les territoires maritimes et insulaires, avec celles et ceux qui y vivent.',
    programme: richText([
      bullets([
        '9 h 30\u00a0: trois récits de stagiaires\u00a0;',
        '11 h\u00a0: table ronde sur les trajets\u00a0;',
        '14 h\u00a0: ateliers\u00a0;',
        '16 h\u00a0: ce que nous portons ensemble.',
      ]),
    ]),
    speakers: [
      { name: 'Maïwenn Cadiou', role: 'Atelier Grand Large' },
      { name: 'Aminata Sarr', role: 'Comité scientifique' },
    ],
  },
  {
    slug: 'audition-sur-les-parcours-longs',
    title: 'Les parcours longs devant les financeurs',
    kind: 'hearing',
    ago: -51,
    from: 14,
    to: 17,
    region: '11',
    place: 'Maison des associations\n3 rue des Tilleuls, Paris',
    summary:
      'Audition ouverte au public\u00a0: quatre organismes et deux financeurs répondent aux questions de la Conférence.',
    programme: richText([
      paragraph('Chaque audition dure vingt minutes, puis la salle a la parole. Un compte rendu sera publié.'),
    ]),
    speakers: [{ name: 'Nadia Belkacem', role: 'Présidente du Comité scientifique' }],
  },
  {
    slug: 'webinaire-referentiel-qualite',
    title: 'Répondre ensemble à la consultation qualité',
    kind: 'webinar',
    ago: -12,
    from: 11,
    to: 12,
    link: 'https://visio.cpof.example/qualite',
    summary: 'Une heure pour relire les indicateurs proposés et préparer vos remarques.',
    programme: richText([
      paragraph('Le groupe de travail Qualité présente sa lecture du projet, puis prend les questions.'),
    ]),
    speakers: [{ name: 'Isabelle Renaudin', role: 'Groupe de travail Qualité' }],
  },
  {
    slug: 'assemblee-generale-de-printemps',
    title: 'Assemblée générale de printemps',
    kind: 'assembly',
    ago: 180,
    from: 10,
    to: 16,
    region: '24',
    place: 'Halle aux Grains\nBlois',
    summary: 'Rapport moral, comptes et orientations de l’année.',
    programme: richText([
      paragraph(
        'Les membres ont adopté les comptes et retenu trois priorités\u00a0: les parcours longs, la ruralité et la reconnaissance des formateurs.',
      ),
    ]),
    minutes: 'Relevé des décisions',
  },
  {
    slug: 'une-semaine-dans-les-ateliers',
    title: 'Une semaine dans les ateliers',
    kind: 'initiative',
    ago: 62,
    from: 9,
    to: 18,
    region: '76',
    place: 'Dans neuf organismes d’Occitanie',
    summary: 'Neuf organismes ont ouvert leurs portes aux élus, aux entreprises et aux voisins.',
    programme: richText([
      paragraph(
        'Plus de six cents visiteurs ont pris un outil en main. L’an prochain, la semaine s’étendra à deux régions voisines.',
      ),
    ]),
  },
]

/** The events of the demo, held and to come. */
export async function seedEvents(payload: Payload, today: Day): Promise<void> {
  for (const { ago, from, to, minutes, ...sample } of SAMPLES) {
    const at = (hour: number) =>
      new Date(startOfParisDay(dayAgo(today, ago)).getTime() + hour * 3_600_000).toISOString()
    const documents = minutes
      ? [{ title: minutes, file: await seedFile(payload, `${sample.slug}-decisions`, minutes) }]
      : []
    await payload.create({
      collection: 'events',
      data: {
        ...sample,
        startsAt: at(from),
        startsAt_tz: PARIS,
        endsAt: at(to),
        endsAt_tz: PARIS,
        documents,
        _status: 'published',
      },
      depth: 0,
      overrideAccess: true,
    })
  }
}
