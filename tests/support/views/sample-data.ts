import type { PageBlock } from '../../../src/content/page-block.ts'
import { heading, item, link, paragraph, quote, rule, text } from '../../../src/content/lexical-factory.ts'
import { document, list, internalLink } from '../lexical.ts'
import { fr } from '../../../src/content/typography.ts'
import { sha256 } from '../../../src/lib/hash.ts'
import type { FollowedFile } from '../../../src/site/applicant/follow-up/follow-up-page.tsx'
import type { Applicant } from '../../../src/site/applicant/signature/signature-page.tsx'
import type { CharterVersion } from '../../../src/site/views/charter-document.tsx'
import type { AssetLinks, Chrome } from '../../../src/site/views/chrome.ts'
import type { FormState } from '../../../src/site/views/form/form-state.ts'

/** Fictional content for looking at the views and for testing them. */

const markdown = fr`# Charte d’engagement

La formation ouvre des possibles. Les organismes qui signent ce texte veulent qu’elle en ouvre à chacun, quels que soient son âge, son parcours ou son territoire.

## Article 1 – Ce qui nous réunit

- **Émanciper.** Apprendre rend plus libre, au travail comme dans la cité.
- **Accueillir.** Chaque public trouve sa place, sans distinction.
- **Progresser.** Nous évaluons nos pratiques et nous les améliorons.
  - avec les personnes formées ;
  - avec nos équipes.

## Article 2 – Ce que chacun promet

1. Prendre part aux travaux communs.
2. Partager ce qui marche, et ce qui n’a pas marché.
3. Dire ses intérêts avant de décider.

## Article 3 – La parole commune

La conférence parle d’une seule voix : elle seule s’exprime en son nom. Le texte complet des règles se lit sur [notre site](https://www.cpof.example/gouvernance).
`

export const charter: CharterVersion = { number: 2, markdown, sha256: sha256(markdown), effectiveFrom: '2026-09-01' }

export const chromeOf = (assets: AssetLinks): Chrome => ({
  lang: 'fr',
  assets,
  home: '/',
  nav: [
    { href: '/nous', label: 'Qui nous sommes' },
    { href: '/charte', label: 'La charte', current: true },
    { href: '/membres', label: 'Les membres' },
  ],
  join: { href: '/nous-rejoindre', label: 'Nous rejoindre' },
  search: { href: '/recherche', label: 'Rechercher' },
  about: [{ href: '/gouvernance', label: 'Gouvernance' }],
  publisher: {
    legalName: 'Association fictive',
    seat: '1 rue de l’Exemple\n75000 Paris',
    email: 'contact@cpof.example',
  },
  founders: [{ href: '/membres/union', label: 'Union des ateliers' }],
  footer: [
    { href: '/mentions-legales', label: 'Mentions légales' },
    { href: '/donnees-personnelles', label: 'Données personnelles' },
    { href: '/accessibilite', label: 'Accessibilité' },
  ],
})

export const home: PageBlock[] = [
  {
    blockType: 'opening',
    title: 'La formation, d’une même voix',
    lead: 'Nous réunissons les organismes qui forment partout en France, pour que chacun puisse apprendre tout au long de sa vie.',
    actionLabel: 'Rejoindre la CPOF',
    actionHref: '/nous-rejoindre',
  },
  {
    blockType: 'values',
    title: 'Cinq convictions',
    items: [
      { title: 'Émanciper', text: 'Apprendre rend plus libre, au travail comme dans la cité.' },
      { title: 'Accueillir', text: 'Chaque public trouve sa place, sans distinction.' },
      { title: 'Faire société', text: 'La formation nourrit la démocratie, dans l’entreprise et hors d’elle.' },
      { title: 'Progresser', text: 'Nous évaluons nos pratiques, nous innovons et nous le partageons.' },
      {
        title: 'Anticiper',
        text: fr`Les transitions écologique et numérique changent les métiers : nous y préparons.`,
      },
    ],
  },
  {
    blockType: 'quote',
    text: 'Nous avions chacun un avis. Nous avons maintenant une position.',
    author: 'Hélène Marchetti',
    role: 'directrice d’un organisme du Finistère',
  },
  {
    blockType: 'callToJoin',
    title: 'Une place vous attend',
    text: fr`Lisez la charte : si elle vous ressemble, la demande se fait en ligne.`,
    actionLabel: 'Lire la charte',
    actionHref: '/charte',
  },
]

export const page: PageBlock[] = [
  {
    blockType: 'richText',
    content: document(
      paragraph(
        text('La CPOF est une association. Elle '),
        text('prend position', 'bold'),
        text(' après avoir écouté, et publie ses raisons.'),
      ),
      heading('h2', text('Ce que nous faisons')),
      list(
        'bullet',
        item(text('des notes de position')),
        item(text('des rapports d’analyse')),
        item(list('bullet', item(text('un par an et par région')))),
      ),
      heading('h3', text('Comment nous travaillons')),
      paragraph(
        text('Les groupes de travail sont ouverts. Voir '),
        internalLink('pages', { slug: 'gouvernance' }, text('la gouvernance')),
        text(' et '),
        link('https://exemple.fr', text('ce rapport')),
        text('.'),
      ),
      quote(text('Une position commune se construit avant de se défendre.')),
      rule(),
      list('number', item(text('écouter')), item(text('proposer')), item(text('rendre compte'))),
    ),
  },
]

export const applicant: Applicant = {
  reference: 'CPOF-2026-000123',
  kind: 'member',
  organisationName: 'Association Passerelles Formation du Trégor',
  identifiers: [
    { label: 'SIRET', value: '812 345 678 00017' },
    { label: 'RNA', value: 'W291000123' },
  ],
  addressLines: ['12, rue des Écoles', '22300 Lannion'],
  representative: { name: 'Claire Le Goff', function: 'présidente', capacity: 'legal-representative' },
}

export const consentSentence =
  'J’ai lu la charte de la CPOF dans sa version 2 et je la signe au nom de l’Association Passerelles Formation du Trégor, que j’ai le pouvoir d’engager.'

export const issue = (path: string, fr: string) => ({ path, code: 'required', messages: { fr, en: fr } })

export const signing: FormState = { action: '/adhesion/signature/lien', hidden: { shown: 'heure-signee' } }

export const file: FollowedFile = {
  reference: applicant.reference,
  kind: 'member',
  organisationName: applicant.organisationName,
  state: 'needs-information',
  representative: { name: 'Claire Le Goff', email: 'claire.legoff@passerelles.example' },
  signBefore: '2027-01-22',
  decidedOn: '2026-12-10',
  effectiveOn: '2026-12-10',
}

export const history = [
  { at: new Date('2026-11-20T13:05:00Z'), sentence: 'Le secrétariat vous a demandé un complément.' },
  { at: new Date('2026-11-18T08:40:00Z'), sentence: 'Le secrétariat a ouvert le dossier.' },
  { at: new Date('2026-11-12T17:12:00Z'), sentence: 'Claire Le Goff a signé la charte, version 2.' },
  { at: new Date('2026-11-11T09:30:00Z'), sentence: 'Vous avez déposé la demande.' },
]

export const limits = {
  count: 5,
  megabytes: 10,
  kinds: 'PDF, images, documents de texte',
  accept: 'application/pdf,image/*',
}
export const asked = {
  question: fr`Pouvez-vous nous envoyer la délégation de signature de Mme Le Goff ?\nUne copie suffit.`,
  askedAt: new Date('2026-11-20T13:05:00Z'),
  deadline: '2026-12-04',
}
export const answering: FormState = { action: '/adhesion/suivi/lien/reponse', hidden: { rev: '7' } }
export const resend: FormState = { action: '/adhesion/suivi/lien/renvoi' }

export const declared: FormState = {
  action: '/adhesion/suivi/lien/correction',
  hidden: { rev: '7' },
  values: {
    kind: 'member',
    'organisation.legalName': applicant.organisationName,
    'organisation.legalForm': 'association',
    'organisation.siret': '81234567800017',
    'organisation.address.line1': '12, rue des Écoles',
    'organisation.address.postalCode': '22300',
    'organisation.address.city': 'Lannion',
    'organisation.qualiopi.status': 'certified',
    'organisation.qualiopi.categories': ['actions-de-formation', 'vae'],
    'representative.firstName': 'Claire',
    'representative.lastName': 'Le Goff',
    'representative.function': 'présidente',
    'representative.capacity': 'legal-representative',
    'representative.email': 'claire.legoff@passerelles.example',
    motivation: 'Porter la voix des associations du littoral.',
  },
}

export const signature = {
  signedAt: new Date('2026-11-23T13:05:00Z'),
  fullName: 'Claire LE GOFF',
  versionNumber: 2,
  sha256: charter.sha256,
}
