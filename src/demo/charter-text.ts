import { bullets, heading, paragraph, richText } from './rich-text.ts'

/** The sample charter: what members commit to, in the words of the demo. */
export const CHARTER_TEXT = richText([
  heading(1, 'Charte des membres de la CPOF'),
  heading(2, 'Pourquoi cette charte'),
  paragraph(
    'Les organismes de formation réunis dans la Conférence permanente veulent être entendus d’une seule voix lorsque se préparent, s’appliquent et s’évaluent les politiques de formation, en France comme en Europe. Cette charte dit ce qui les rassemble et ce que chacun promet aux autres.',
  ),
  paragraph('Elle engage l’organisme qui la signe, par la personne qui a le pouvoir de le représenter.'),
  heading(2, 'Article 1 – Ce que nous défendons'),
  bullets([
    '**La personne d’abord.** Se former, c’est gagner en liberté : nous jugeons une formation à ce qu’elle permet à chacun de devenir.',
    '**Une place pour tous.** Nous ouvrons nos portes à la diversité des publics, nous adaptons nos parcours au handicap et nous faisons vivre l’égalité entre les femmes et les hommes.',
    '**La vie de la cité.** Nos formations donnent des repères civiques et culturels autant que des savoir-faire.',
    '**Le soin du travail bien fait.** Nous mesurons ce que nous faisons, nous le corrigeons et nous cherchons de meilleures manières d’enseigner.',
    '**Le temps long.** Nous prenons notre part des changements écologiques et numériques, sans laisser personne de côté.',
  ]),
  heading(2, 'Article 2 – Ce que nous promettons'),
  bullets([
    'faire vivre ces principes dans notre organisme et les porter au-dehors ;',
    'prendre part aux travaux communs, selon nos moyens ;',
    'partager avec les autres membres ce qui marche et ce que nous avons appris de nos échecs ;',
    'agir avec probité, rendre compte de nos actes et déclarer tout conflit d’intérêts ;',
    'parler des autres membres et avec eux dans le respect ;',
    'tenir pour nôtres les décisions prises ensemble selon les statuts.',
  ]),
  heading(2, 'Article 3 – Comment nous vivons ensemble'),
  paragraph('Chaque membre peut siéger dans les instances et rejoindre les groupes de travail.'),
  paragraph('La Conférence s’exprime par ses instances ; aucun membre ne parle en son nom sans mandat.'),
  paragraph(
    'Cette charte peut être révisée par délibération. Une nouvelle version ne lie un membre que lorsqu’il l’a signée, si la délibération le prévoit.',
  ),
  heading(2, 'Article 4 – Quand l’adhésion prend effet'),
  paragraph(
    'L’adhésion prend effet lorsque la charte est signée et que l’instance compétente a validé la demande, à la plus tardive de ces deux dates.',
  ),
])
