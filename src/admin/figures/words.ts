/** Where the figures of a year stand in the panel. */
export const FIGURES_PATH = '/admin/chiffres'

/** What the figures of a year say, in French. */
export const FIGURES = {
  title: 'Chiffres de l’année',
  titleOf: (year: number) => `Chiffres de ${year}`,
  year: 'Année',
  show: 'Afficher',
  files: 'Demandes reçues, par mois et par état',
  filesIntro: 'L’état est celui d’aujourd’hui\u00a0; le mois est celui du dépôt.',
  month: 'Mois',
  all: 'Ensemble',
  noFiles: 'Aucune demande n’a été déposée cette année-là.',
  delays: 'De la signature à la décision',
  delaysIntro: 'Des demandes décidées dans l’année, en jours entiers.',
  noDelays: 'Aucune demande signée n’a été décidée cette année-là.',
  count: 'Demandes décidées',
  median: 'Médiane',
  p90: 'Neuf sur dix en moins de',
  days: (days: number) => (days < 2 ? `${days} jour` : `${days} jours`),
  members: 'Membres au 31 décembre, par région et par qualité',
  membersToday: 'Membres aujourd’hui, par région et par qualité',
  region: 'Région',
  member: 'Adhérents',
  partner: 'Partenaires',
  unknown: 'Région inconnue',
  noMembers: 'Aucun membre ce jour-là.',
} as const
