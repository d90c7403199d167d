/** Why an application may be closed without judging its merit. */
export const CLOSE_REASON_LABELS = {
  duplicate: 'Doublon',
  'no-answer': 'Sans réponse de l’organisme',
  'applicant-wish': 'À la demande de l’organisme',
  ceased: 'Cessation d’activité',
  declined: 'Le représentant ne signera pas',
} as const

/** The statuses of a member, in French. */
export const MEMBER_STATUS_LABELS = {
  active: 'Actif',
  suspended: 'Suspendu',
  resigned: 'Démissionnaire',
  'struck-off': 'Radié',
  dissolved: 'Dissous',
  merged: 'Fusionné',
} as const

/** The opinions of the scientific committee on a publication, in French. */
export const OPINION_LABELS = {
  favourable: 'Avis favorable',
  'with-reservations': 'Avis avec réserves',
  unfavourable: 'Avis défavorable',
} as const
