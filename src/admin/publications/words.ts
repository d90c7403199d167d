/** What the panel says of how a publication is adopted, in French. */

export const APPROVAL = {
  title: 'Approbation et avis',
  state: 'L’état affiché est à jour.',
  kindFirst: 'La nature choisie, rechargez cette page\u00a0: elle dira ce que les instances ont à approuver.',
  free: 'Une publication de cette nature paraît sans approbation ni avis.',
  saved: 'C’est l’état du dernier contenu enregistré\u00a0; ce qui ne l’est pas encore n’en fait pas partie.',
  ready: 'Ce contenu peut paraître.',
  missing: {
    approval: 'Il manque l’approbation d’une instance qui adopte les publications.',
    opinion: 'Il manque l’avis du comité scientifique, ou la mention expresse que la publication paraît sans avis.',
  },
  author: 'Vous en êtes l’un des auteurs\u00a0: une autre personne du comité scientifique rend l’avis.',
} as const

export const FACTS = {
  hash: 'Empreinte du contenu (SHA-256)',
  approval: 'Approbation',
  approvedBy: (name: string, body: string, at: string) => `${name}, pour ${body}, le ${at}`,
  awaited: 'attendue',
  void: (name: string, at: string) => `caduque\u00a0: le contenu a changé depuis l’approbation de ${name}, le ${at}`,
  opinion: 'Avis du comité scientifique',
  given: (opinion: string, name: string, at: string) => `${opinion}, ${name}, le ${at}`,
  comments: 'Commentaires',
  opinionAwaited: 'attendu',
  opinionVoid: (name: string, at: string) => `caduc\u00a0: le contenu a changé depuis l’avis de ${name}, le ${at}`,
  without: (name: string) => `sans avis, selon ${name}`,
  edition: 'Dernière version parue',
  editionOf: (number: number, at: string) => `version ${number}, le ${at}`,
} as const

export const ACTIONS = {
  submit: {
    button: 'Soumettre aux instances',
    title: 'Soumettre aux instances',
    consequence:
      'Les personnes qui peuvent donner à ce contenu ce qui lui manque, approbation ou avis, reçoivent un courriel qui y mène. Soumettre deux fois le même contenu n’en envoie pas d’autre.',
    confirm: 'Soumettre',
    done: 'Les instances sont prévenues.',
  },
  approve: {
    button: 'Approuver ce contenu',
    title: 'Approuver ce contenu',
    consequence:
      'Vous approuvez, au nom de l’instance où vous siégez, le contenu exact que vous venez de lire. S’il change ensuite, une nouvelle approbation sera nécessaire.',
    confirm: 'Approuver',
    done: 'Le contenu est approuvé.',
  },
  waive: {
    button: 'Préciser «\u00a0sans avis\u00a0»',
    title: 'Faire paraître sans avis',
    consequence:
      'Vous avez approuvé ce contenu. Vous précisez qu’il paraît sans l’avis du comité scientifique\u00a0: sa page le dira.',
    confirm: 'Paraître sans avis',
    done: 'La publication paraîtra sans avis.',
  },
  opinion: {
    button: 'Rendre un avis',
    title: 'Rendre l’avis du comité scientifique',
    consequence:
      'Votre avis porte sur le contenu exact que vous venez de lire. Il ne change plus et se lit, avec ses commentaires et sans votre nom, sur la page de la publication.',
    confirm: 'Rendre cet avis',
    done: 'L’avis est rendu.',
  },
} as const

export const FIELDS = {
  withoutOpinion: 'La publication paraît sans l’avis du comité scientifique',
  withoutOpinionHelp: 'Sa page le dira. Sans cette mention, il faudra un avis avant de publier.',
  opinion: 'Avis',
  comments: 'Commentaires',
  commentsHelp: 'Nécessaires, sauf pour un avis favorable. Ils sont publics.',
} as const

/** Detail of a publication in a list of what waits. */
export const KINDS = { position: 'Note de position', report: 'Rapport d’analyse', statement: 'Communiqué' } as const

export const WAITING = {
  toApprove: 'Publications à approuver',
  toReview: 'Publications à relire',
  toPublish: 'Publications approuvées, à publier',
  others: 'Publications en attente des instances',
  untitled: 'Sans titre',
  ready: 'tout est là',
  approval: 'approbation attendue',
  opinion: 'avis attendu',
  both: 'approbation et avis attendus',
} as const
