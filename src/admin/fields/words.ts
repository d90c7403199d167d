/** What our own fields of the panel's forms say, in French. */
export const FIELD_WORDS = {
  confirmation: 'Saisie et confirmation',
  enteredBy: 'Saisi par',
  confirmedBy: 'Confirmé par',
  confirmedAt: 'Confirmé le',
  willWait: 'Une seconde personne du secrétariat devra confirmer cette saisie\u00a0: elle reste sans effet d’ici là.',
  unconfirmed: 'En attente d’une seconde personne\u00a0: sans effet d’ici là.',
  article: (article: string) => `Article des statuts\u00a0: ${article}.`,
  toVerify: 'À vérifier dans vos statuts, puis à proposer avec le numéro de l’article.',
  competences: (labels: string) => `Ce que l’instance décide\u00a0: ${labels}.`,
  noCompetence: 'L’instance n’a pas de compétence enregistrée.',
  rule: 'Règle de décision',
  noAccount: 'Aucun compte',
  account:
    'Le rattachement d’un compte se propose puis se confirme à deux. Ce compte agit et vote au nom de la personne.',
  byProposal: 'Cela se propose puis se confirme à deux, au-dessus de la fiche.',
} as const

/** What the list of the places that name a record says. */
export const USED_IN = {
  title: 'Où est-ce utilisé\u00a0?',
  asking: 'Recherche…',
  failed: 'La liste n’a pas pu être lue. Refermez-la, puis ouvrez-la de nouveau.',
  nowhere: 'Nulle part sur le site, ni dans un brouillon.',
  untitled: 'Sans titre',
  draft: ', dans un brouillon',
} as const
