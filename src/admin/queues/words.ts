/** What the dashboard's queues say, in French. */
export const QUEUES = {
  toVote: 'Votre voix est attendue',
  toWrite: 'Refus à motiver',
  toConfirm: 'Décisions de séance à confirmer',
  toInstruct: 'Demandes à instruire',
  mine: 'Vos dossiers en instruction',
  others: 'En instruction chez vos collègues ou sans responsable',
  late: 'Compléments en retard',
  referred: 'À porter à une séance',
  refusals: 'Refus que l’organisme attend',
  pending: 'Saisies à confirmer',
  mails: 'Courriels en échec',
  held: 'Courriels retenus',
} as const

export const LINES = {
  closes: (at: string) => `se termine le ${at}`,
  refused: (day: string) => `refusée le ${day}`,
  session: (day: string) => `séance du ${day}`,
  deadline: (day: string) => `attendu au plus tard le ${day}`,
  overdue: 'en retard',
  proposedBy: (name: string, at: string) => `saisi par ${name} le ${at}`,
  enteredBy: (name: string) => (name === '' ? 'à confirmer' : `saisi par ${name}`),
  yours: 'saisi par vous, à confirmer par une autre personne',
  more: (count: number) => `et ${count} de plus`,
  failed: (count: number) =>
    count === 1 ? 'Un courriel n’a pas pu être remis.' : `${count} courriels n’ont pas pu être remis.`,
  failedList: 'À qui, pourquoi, et les renvoyer',
  held: 'Ce serveur n’envoie aucun courriel\u00a0: il a été démarré avec MAIL=hold, ou sa base vient d’une sauvegarde restaurée, dont les courriels attendent «\u00a0npm run release-mail\u00a0». Ce qui est dû reste dû jusque-là.',
  nothing: 'Rien n’attend de votre part.',
} as const

export const RECORDS = {
  mandates: 'Mandat',
  people: 'Personne',
  'governance-bodies': 'Instance',
  members: 'Membre',
  'charter-versions': 'Charte',
} as const
