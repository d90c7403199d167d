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
} as const
