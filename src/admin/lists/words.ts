/** What the lists of the panel say beside Payload's own words. */
export const LISTS = {
  exports: 'Exporter cette liste',
  xlsx: 'Tableur (XLSX)',
  csv: 'CSV',
  labels: 'Étiquettes postales',
  emails: 'Adresses électroniques',
} as const
