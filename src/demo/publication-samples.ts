import type { Publication } from '../payload-types.ts'
import type { Opinion } from '../publications/rules.ts'
import { heading, paragraph, bullets, richText } from './rich-text.ts'
import type { AccountKey } from './team.ts'

export type PublicationSample = Pick<Publication, 'slug' | 'title' | 'kind' | 'abstract' | 'themes'> &
  Partial<Pick<Publication, 'regions' | 'authors' | 'source'>> & {
    /** Days before today. */
    ago: number
    body: ReturnType<typeof richText>
    pdf?: boolean
    /** Days from today. */
    deadlineIn?: number
    erratum?: string
    /** What the scientific committee says of it, by which of its members. */
    opinion?: { by: AccountKey; opinion: Opinion; comments?: string }
    /** Written, and waiting to be adopted. */
    waits?: boolean
  }

export const PUBLICATION_SAMPLES: readonly PublicationSample[] = [
  {
    slug: 'financer-les-parcours-dans-la-duree',
    kind: 'position',
    ago: 34,
    title: 'Financer les parcours dans la durée',
    themes: ['funding', 'access'],
    authors: ['Nadia Belkacem', 'Bastien Roumiguier'],
    pdf: true,
    abstract:
      'Un parcours vers l’emploi ne tient pas dans une année budgétaire. Nous proposons des conventions de trois ans, évaluées chaque printemps.',
    body: richText([
      heading(2, 'Ce que nous constatons'),
      paragraph(
        'Les organismes qui accueillent les publics les plus éloignés de la formation recrutent sans savoir s’ils pourront garder leurs équipes. Les stagiaires, eux, changent trois fois d’interlocuteur.',
      ),
      heading(2, 'Ce que nous proposons'),
      bullets([
        'des conventions de trois ans, révisables une fois par an\u00a0;',
        'un acompte versé à l’entrée en formation\u00a0;',
        'une évaluation commune aux financeurs, publiée.',
      ]),
    ]),
    opinion: {
      by: 'comite2',
      opinion: 'with-reservations',
      comments:
        'La proposition est étayée. Les chiffres d’abandon viennent de deux régions seulement\u00a0: le texte gagnerait à le dire plus tôt.',
    },
    erratum: 'Le taux d’abandon cité en page 4 porte sur deux régions, et non sur l’ensemble du pays.',
  },
  {
    slug: 'apprendre-loin-des-villes',
    kind: 'report',
    ago: 96,
    title: 'Apprendre loin des villes',
    themes: ['territories', 'access'],
    regions: ['75', '84', '76'],
    authors: ['Aminata Sarr', 'Grégoire Lanvin'],
    pdf: true,
    abstract:
      'Quarante-deux organismes ruraux racontent leurs trajets, leurs locaux et leurs partenaires. Ce qui manque le plus n’est pas la demande.',
    body: richText([
      heading(2, 'La distance, premier obstacle'),
      paragraph(
        'Un stagiaire sur trois parcourt plus de cinquante kilomètres par jour. Là où une navette existe, les abandons reculent de moitié.',
      ),
      heading(2, 'Des lieux à partager'),
      paragraph(
        'Médiathèques, lycées et tiers-lieux ouvrent déjà leurs portes. **Il reste à payer ceux qui les animent.**',
      ),
    ]),
    opinion: { by: 'comite', opinion: 'favourable' },
  },
  {
    slug: 'consultation-sur-le-referentiel-qualite',
    kind: 'watch',
    ago: 8,
    title: 'Consultation sur le référentiel qualité',
    themes: ['quality'],
    source: 'Annonce du comité national fictif de la qualité',
    deadlineIn: 40,
    abstract:
      'Une révision des indicateurs est soumise à consultation. Voici ce qui change, et comment y répondre avec nous.',
    body: richText([
      paragraph(
        'Trois indicateurs disparaîtraient, deux seraient ajoutés sur l’accueil des personnes en situation de handicap. Le groupe de travail Qualité réunit les remarques des membres.',
      ),
    ]),
  },
  {
    slug: 'les-formateurs-ne-sont-pas-une-variable',
    kind: 'statement',
    ago: 15,
    title: 'Les formateurs ne sont pas une variable d’ajustement',
    themes: ['funding', 'skills'],
    abstract: 'La Conférence réagit aux reports de commandes annoncés en fin d’année.',
    body: richText([
      paragraph(
        'Reporter une commande de formation, c’est laisser des équipes sans travail et des personnes sans réponse. Nous demandons que les engagements pris soient tenus, et que les reports soient annoncés six mois à l’avance.',
      ),
    ]),
  },
  {
    slug: 'accueillir-avant-d-inscrire',
    kind: 'practice',
    ago: 140,
    title: 'Accueillir avant d’inscrire',
    themes: ['access', 'quality'],
    regions: ['53'],
    authors: ['Élise Kuntzmann'],
    abstract: 'En Bretagne, une semaine d’accueil sans dossier ni test a changé la façon d’entrer en formation.',
    body: richText([
      heading(2, 'Comment cela se passe'),
      bullets([
        'un premier rendez-vous sans papier à fournir\u00a0;',
        'deux demi-journées en atelier, avec des stagiaires\u00a0;',
        'le dossier, rempli ensemble, le dernier jour.',
      ]),
      heading(2, 'Ce que cela donne'),
      paragraph('Huit personnes sur dix reviennent le lundi suivant. L’équipe y consacre un mi-temps.'),
    ]),
  },
  {
    slug: 'competences-vertes-de-quoi-parle-t-on',
    kind: 'report',
    ago: 300,
    title: 'Compétences vertes\u00a0: de quoi parle-t-on\u00a0?',
    themes: ['transitions', 'skills'],
    authors: ['Nadia Belkacem'],
    abstract:
      'Peu de métiers entièrement nouveaux, beaucoup de gestes qui changent\u00a0: un état des lieux dans six branches.',
    body: richText([
      paragraph(
        'Les référentiels nomment des métiers, le terrain parle de gestes. Nous avons suivi vingt équipes dans le bâtiment, l’agriculture et la logistique.',
      ),
    ]),
    opinion: {
      by: 'comite2',
      opinion: 'unfavourable',
      comments:
        'Vingt équipes volontaires ne disent rien de six branches. Le constat est utile, sa portée ne peut pas être générale.',
    },
  },
  {
    slug: 'le-droit-de-se-former-toute-la-vie',
    kind: 'position',
    ago: 62,
    title: 'Le droit de se former toute la vie',
    themes: ['access', 'europe'],
    authors: ['Hélène Vasseur'],
    abstract:
      'Réponse de la Conférence à une consultation ouverte pendant dix jours\u00a0: trop peu pour la faire relire.',
    body: richText([
      paragraph(
        'Un droit que l’on ne peut exercer qu’une fois, et seul devant un écran, n’est pas encore un droit. Nous demandons un accompagnement pour chaque projet.',
      ),
    ]),
  },
  {
    slug: 'payer-le-temps-de-l-accueil',
    kind: 'position',
    ago: 0,
    title: 'Payer le temps de l’accueil',
    themes: ['funding', 'access'],
    authors: ['Élise Kuntzmann'],
    waits: true,
    abstract: 'L’accueil décide souvent de la suite, et personne ne le finance.',
    body: richText([
      paragraph(
        'Une demi-journée d’accueil par personne, c’est ce que demandent les organismes qui retiennent le mieux leurs stagiaires. Elle n’entre dans aucun prix horaire.',
      ),
    ]),
    opinion: {
      by: 'comite',
      opinion: 'favourable',
      comments: 'Les données de la région Bretagne suffisent à la proposition.',
    },
  },
]
