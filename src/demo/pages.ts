import type { Payload } from 'payload'
import { LEGAL_PAGES } from './legal-pages.ts'
import { seedEnglishFront } from './english.ts'
import { heading, paragraph, bullets, richText } from './rich-text.ts'

const JOIN = {
  blockType: 'callToJoin' as const,
  title: 'Une place vous attend',
  text: 'Signez la charte, le Bureau examine votre demande, et votre voix compte avec les nôtres.',
  actionLabel: 'Déposer une demande',
  actionHref: '/nous-rejoindre',
}

/** No payment is asked for anywhere: what helps is one's word, one's work and one's network. */
const SUPPORT = {
  slug: 'nous-soutenir',
  title: 'Nous soutenir',
  summary: 'Parler de nous, ouvrir une porte, devenir partenaire.',
  layout: [
    {
      blockType: 'opening',
      title: 'Nous soutenir',
      lead: 'Vous ne dispensez pas de formation, mais ce que nous défendons vous importe\u00a0? Voici comment nous aider.',
      actionLabel: 'Nous écrire',
      actionHref: '/contact',
    },
    {
      blockType: 'commitments',
      title: 'Trois façons d’agir',
      items: [
        {
          title: 'Devenir partenaire',
          text: 'Laboratoires, fondations, réseaux, entreprises\u00a0: un partenaire signe la charte et prend part à nos travaux.',
        },
        {
          title: 'Ouvrir une porte',
          text: 'Un lieu pour une conférence en région, un contact dans une administration, un terrain d’enquête.',
        },
        {
          title: 'Faire connaître',
          text: 'Relayez nos publications, invitez-nous, citez-nous\u00a0: chaque texte a une adresse qui ne change pas.',
        },
      ],
    },
    {
      blockType: 'questions',
      title: 'Questions fréquentes',
      items: [
        {
          question: 'Peut-on faire un don\u00a0?',
          answer: richText([
            paragraph(
              'Non\u00a0: le site ne reçoit aucun paiement. Pour un soutien d’une autre nature, [écrivez au secrétariat](/contact).',
            ),
          ]),
        },
        {
          question: 'À quoi s’engage un partenaire\u00a0?',
          answer: richText([
            paragraph(
              'À ce que dit [la charte](/charte), que signe son représentant. Les [instances](/gouvernance) disent lesquelles lui sont ouvertes.',
            ),
          ]),
        },
      ],
    },
    {
      blockType: 'callToJoin',
      title: 'Votre organisme veut s’engager',
      text: 'Le même formulaire sert aux adhérents et aux partenaires.',
      actionLabel: 'Déposer une demande',
      actionHref: '/nous-rejoindre',
    },
  ],
}

/** The pages of the demo, published. */
export async function seedPages(payload: Payload): Promise<void> {
  const page = async (slug: string, title: string, summary: string, layout: object[], parent?: string) => {
    const { id } = await payload.create({
      collection: 'pages',
      data: { slug, title, summary, layout: layout as never, _status: 'published', ...(parent ? { parent } : {}) },
      locale: 'fr',
      depth: 0,
      overrideAccess: true,
    })
    return id
  }
  const front = await page(
    'accueil',
    'Former, c’est émanciper',
    'La Conférence permanente des organismes de formation.',
    [
      {
        blockType: 'opening',
        title: 'La voix des organismes de formation',
        lead: 'Former, c’est émanciper\u00a0: des organismes de toute la France le disent ici d’une seule voix à l’État, aux Régions, aux partenaires sociaux et à l’Europe.',
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
      { blockType: 'figures', title: 'La CPOF en chiffres' },
      { blockType: 'latestPublications', title: 'À lire' },
      { blockType: 'comingEvents', title: 'Rendez-vous' },
      JOIN,
    ],
  )
  await seedEnglishFront(payload, front)
  const missions = await page('nos-missions', 'Nos missions', 'Veiller, proposer, défendre, réunir.', [
    {
      blockType: 'opening',
      title: 'Nos missions',
      lead: 'Nous portons la voix de ceux qui forment, partout en France.',
    },
    {
      blockType: 'richText',
      content: richText([
        heading(2, 'Éclairer'),
        paragraph('Nous publions des notes et des rapports nourris par le terrain, relus par un comité scientifique.'),
        heading(2, 'Défendre'),
        paragraph('Nous rencontrons ceux qui décident et ceux qui financent, avec des propositions précises.'),
        heading(2, 'Réunir'),
        bullets([
          'des conférences en région ;',
          'des auditions ouvertes au public ;',
          'des groupes de travail entre membres et partenaires.',
        ]),
      ]),
    },
    {
      blockType: 'questions',
      title: 'Questions fréquentes',
      items: [
        {
          question: 'Qui peut adhérer\u00a0?',
          answer: richText([paragraph('Tout organisme qui forme, quelle que soit sa taille, et qui signe la charte.')]),
        },
        {
          question: 'Qui décide\u00a0?',
          answer: richText([paragraph('Le Bureau vote sur chaque demande, selon une règle que chacun peut lire.')]),
        },
      ],
    },
    JOIN,
  ])
  await page(
    'conferences-en-region',
    'Les conférences en région',
    'Une journée par trimestre, ouverte à tous.',
    [
      { blockType: 'opening', title: 'Les conférences en région', lead: 'Chaque trimestre, une région nous reçoit.' },
      { blockType: 'members', title: 'Nos hôtes en région', kind: 'member' },
    ],
    missions,
  )
  for (const { slug, title, summary, layout } of [SUPPORT, ...LEGAL_PAGES]) await page(slug, title, summary, layout)
  await payload.updateGlobal({
    slug: 'header',
    data: {
      links: [
        { page: missions },
        { href: '/membres', label: 'Membres' },
        { href: '/publications', label: 'Publications' },
        { href: '/evenements', label: 'Événements' },
        { href: '/gouvernance', label: 'Gouvernance' },
      ],
    },
    locale: 'fr',
    depth: 0,
    overrideAccess: true,
  })
  await payload.updateGlobal({
    slug: 'identity',
    data: {
      legalName: 'Association fictive de démonstration',
      email: 'contact@demo.cpof.example',
      seat: '1 rue de l’Exemple\n75000 Paris',
      president: 'Personne qui préside la démonstration',
      publicationDirector: 'Personne qui préside la démonstration',
      host: 'L’ordinateur sur lequel vous lisez ceci',
    },
    depth: 0,
    overrideAccess: true,
  })
}
