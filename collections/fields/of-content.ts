import type { Field } from 'payload'

/** What ties a record to one exact content of a publication; the subject outlives the publication. */
export const ofContent = (): Field[] => [
  { name: 'subject', type: 'text', label: 'Objet', required: true, admin: { hidden: true } },
  { name: 'publication', type: 'relationship', relationTo: 'publications', label: 'Publication', index: true },
  { name: 'contentHash', type: 'text', label: 'Empreinte SHA-256 du contenu', required: true },
]

/** Who said it, by which mandate, for which body, and when. */
export const saidBy = (): Field[] => [
  { name: 'person', type: 'relationship', relationTo: 'people', label: 'Personne', required: true },
  { name: 'mandate', type: 'relationship', relationTo: 'mandates', label: 'Mandat', required: true },
  { name: 'body', type: 'relationship', relationTo: 'governance-bodies', label: 'Instance', required: true },
  { name: 'at', type: 'date', label: 'Le', required: true },
]
