/** What the lists of the panel say beside Payload's own words. */
export const LISTS = {
  exports: 'Exporter cette liste',
  xlsx: 'Tableur (XLSX)',
  csv: 'CSV',
  labels: 'Étiquettes postales',
  emails: 'Adresses électroniques',
  on: 'Membres au',
  show: 'Afficher',
  anyDay: 'À toutes les dates',
  filters: 'Filtres',
  all: 'Tous',
  views: 'Vues',
  name: 'Nom de cette vue',
  keep: 'Enregistrer ces filtres',
  keeping: 'Enregistrement…',
  forget: (name: string) => `Oublier la vue «\u00a0${name}\u00a0»`,
  kept: (name: string) => `La vue «\u00a0${name}\u00a0» est enregistrée pour vous.`,
  forgotten: (name: string) => `La vue «\u00a0${name}\u00a0» est oubliée.`,
  notKept: 'La vue n’a pas pu être enregistrée. Vérifiez la connexion, puis recommencez.',
  status: 'État',
  memberStatus: 'Statut',
  kind: 'Qualité',
  region: 'Région',
  term: 'Échéance',
  over: 'Dépassée',
  within: (days: number) => `Dans les ${days} jours`,
  clerk: 'Instruite par',
  you: 'Vous',
  nobody: 'Personne',
  oldest: 'Ce qui attend le plus',
  late: 'Échéance dépassée',
  yours: 'Vos dossiers',
  current: 'Membres actuels',
  toConfirm: 'Entrées à confirmer',
} as const

/** What the list of applications says of several at once. */
export const SEVERAL = {
  region: 'Agir sur plusieurs dossiers',
  none: 'Cochez des dossiers pour agir sur plusieurs à la fois.',
  chosen: (count: number) => (count === 1 ? 'Un dossier coché' : `${count} dossiers cochés`),
  title: (label: string, count: number) => (count === 1 ? label : `${label}\u00a0: ${count} dossiers`),
  consequence:
    'Chaque dossier coché est examiné à part\u00a0: ce qui n’est pas possible pour l’un n’empêche pas les autres, et le résultat de chacun s’affiche ensuite.',
  done: 'Chaque dossier a été examiné.',
  results: (done: number, all: number) =>
    `${done === 1 ? 'Un dossier traité' : `${done} dossiers traités`} sur ${all}.`,
  refused: 'Non traité',
} as const

/** What the list of members says of those who joined on paper. */
export const PAPER = {
  intro:
    'Un membre entre ici par sa demande d’adhésion. Les fondateurs et ceux qui ont signé sur papier se saisissent\u00a0:',
  button: 'Saisir un membre entré sur papier',
  consequence:
    'Le membre paraîtra dans l’annuaire quand une seconde personne du secrétariat aura confirmé votre saisie, d’après la charte signée que vous joignez.',
  confirm: 'Enregistrer la saisie',
  done: 'Membre saisi\u00a0: une seconde personne du secrétariat doit le confirmer.',
  scan: 'Charte signée, numérisée',
  origin: 'Comment l’organisme est devenu membre',
  effectiveOn: 'Membre depuis le',
  deliberation: 'Référence de la délibération',
  version: 'Version signée',
  signatory: 'Nom du signataire, tel qu’il figure sur la charte',
  signedOn: 'Jour de la signature',
} as const

/** What the list of persons says of the right of access. */
export const ACCESS = {
  label: 'Droit d’accès (RGPD, article 15)\u00a0: adresse électronique de la personne',
  take: 'Télécharger ce qui est conservé d’elle',
} as const
