import { fold } from '../lib/fold.ts'

/** The legal forms that an organisation declares, in the order in which they are offered. */
export const LEGAL_FORMS = [
  { id: 'association', label: 'Association' },
  { id: 'fondation', label: 'Fondation' },
  { id: 'societe-commerciale', label: 'Société commerciale' },
  { id: 'cooperative', label: 'Coopérative' },
  { id: 'entreprise-individuelle', label: 'Entreprise individuelle' },
  { id: 'etablissement-public', label: 'Établissement public' },
  { id: 'collectivite', label: 'Collectivité' },
  { id: 'groupement', label: 'Groupement' },
  { id: 'universite-ou-ecole', label: 'Université ou école' },
  { id: 'chambre-consulaire', label: 'Chambre consulaire' },
  { id: 'syndicat-ou-federation', label: 'Syndicat ou fédération' },
  { id: 'autre', label: 'Autre' },
] as const

export type LegalForm = (typeof LEGAL_FORMS)[number]['id']

/** The legal form that a text names, by its id or its French label, case and accents forgiven. */
export function parseLegalForm(text: string): LegalForm | undefined {
  const id = fold(text).replaceAll(' ', '-')
  return LEGAL_FORMS.find((form) => form.id === id)?.id
}
