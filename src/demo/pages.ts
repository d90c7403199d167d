import type { Payload } from 'payload'
import { heading, paragraph, bullets, richText } from './rich-text.ts'

const JOIN = {
  blockType: 'callToJoin' as const,
  title: 'Une place vous attend',
  text: 'Signez la charte, le Bureau examine votre demande, et votre voix compte avec les nôtres.',
  actionLabel: 'Déposer une demande',
  actionHref: '/nous-rejoindre',
}

/** The pages of the demo, published. */
export async function seedPages(payload: Payload): Promise<void> {
  const page = async (slug: string, title: string, summary: string, layout: object[], parent?: string) => {
    const { id } = await payload.create({ collection: 'pages', data: { slug, title, summary, layout: layout as never, _status: 'published', ...(parent ? { parent } : {}) }, locale: 'fr', depth: 0, overrideAccess: true })
    return id
  }
  await page('accueil', 'Former, c’est émanciper', 'La Conférence permanente des organismes de formation.', [
    {
      blockType: 'opening',
      title: 'Former, c’est émanciper',
      lead: 'Des organismes de formation de toute la France parlent ici d’une seule voix à l’État, aux Régions, aux partenaires sociaux et à l’Europe.',
      actionLabel: 'Rejoindre la Conférence',
      actionHref: '/nous-rejoindre',
    },
    {
      blockType: 'values',
      title: 'Ce qui nous rassemble',
      items: [
        { title: 'La personne d’abord', text: 'Une formation se juge à la liberté qu’elle donne.' },
        { title: 'Une place pour tous', text: 'Nos portes s’ouvrent à la diversité des publics.' },
        { title: 'La vie de la cité', text: 'Apprendre, c’est aussi prendre part.' },
        { title: 'Le travail bien fait', text: 'Nous mesurons, nous corrigeons, nous partageons.' },
        { title: 'Le temps long', text: 'Les transitions se préparent avec chacun.' },
      ],
    },
    { blockType: 'figures', title: 'Nous, aujourd’hui' },
    { blockType: 'latestPublications', title: 'À lire' },
    { blockType: 'comingEvents', title: 'Rendez-vous' },
    JOIN,
  ])
  const missions = await page('nos-missions', 'Nos missions', 'Veiller, proposer, défendre, réunir.', [
    { blockType: 'opening', title: 'Nos missions', lead: 'Nous portons la voix de ceux qui forment, partout en France.' },
    {
      blockType: 'richText',
      content: richText([
        heading(2, 'Éclairer'),
        paragraph('Nous publions des notes et des rapports nourris par le terrain, relus par un comité scientifique.'),
        heading(2, 'Défendre'),
        paragraph('Nous rencontrons ceux qui décident et ceux qui financent, avec des propositions précises.'),
        heading(2, 'Réunir'),
        bullets(['des conférences en région ;', 'des auditions ouvertes au public ;', 'des groupes de travail entre membres et partenaires.']),
      ]),
    },
    {
      blockType: 'questions',
      title: 'On nous demande souvent',
      items: [
        { question: 'Qui peut adhérer\u00a0?', answer: richText([paragraph('Tout organisme qui forme, quelle que soit sa taille, et qui signe la charte.')]) },
        { question: 'Qui décide\u00a0?', answer: richText([paragraph('Le Bureau vote sur chaque demande, selon une règle que chacun peut lire.')]) },
      ],
    },
    JOIN,
  ])
  await page('conferences-en-region', 'Les conférences en région', 'Une journée par trimestre, ouverte à tous.', [
    { blockType: 'opening', title: 'Les conférences en région', lead: 'Chaque trimestre, une région nous reçoit.' },
    { blockType: 'members', title: 'Ceux qui nous reçoivent', kind: 'member' },
  ], missions)
  await page('mentions-legales', 'Mentions légales', 'Qui édite ce site et comment nous joindre.', [
    {
      blockType: 'richText',
      content: richText([
        heading(1, 'Mentions légales'),
        paragraph('Ce site de démonstration est édité par une association fictive. Aucune des personnes ni des organisations qui y figurent n’existe.'),
        heading(2, 'Données personnelles'),
        paragraph('Les données d’une demande d’adhésion servent à l’instruire et à la conserver le temps prévu par la loi. Vous pouvez demander à les consulter, à les corriger ou à les effacer.'),
      ]),
    },
  ])
  await payload.updateGlobal({
    slug: 'identity',
    data: {
      legalName: 'Association fictive de démonstration',
      seat: '1 rue de l’Exemple\n75000 Paris',
      president: 'Personne qui préside la démonstration',
      publicationDirector: 'Personne qui préside la démonstration',
      host: 'L’ordinateur sur lequel vous lisez ceci',
    },
    depth: 0, overrideAccess: true,
  })
}
