import type { Refused } from '../src/input/issue.ts'
import { parseRna } from '../src/organisation/rna.ts'
import { parseSiren } from '../src/organisation/siren.ts'
import { siteGlobal } from './fields/site-global.ts'
import { webAddress } from './fields/web-address.ts'

/** True for nothing and for what a reader accepts, the reader's sentence for what it refuses. */
const readBy =
  (read: (text: string) => object | Refused) =>
  (value: unknown): true | string => {
    if (typeof value !== 'string' || value === '') return true
    const result = read(value)
    return 'issue' in result ? result.issue.messages.fr : true
  }

/** Who publishes this site, as the law has it said (loi n° 2004-575, article 1-1). */
export const Identity = siteGlobal({
  slug: 'identity',
  label: 'Identité',
  description: 'Ce que disent les mentions légales. Tout ce qui est ici est public.',
  fields: [
    { name: 'legalName', type: 'text', label: 'Dénomination', maxLength: 200 },
    {
      type: 'row',
      fields: [
        { name: 'rna', type: 'text', label: 'RNA', validate: readBy(parseRna) },
        { name: 'siren', type: 'text', label: 'SIREN', validate: readBy(parseSiren) },
      ],
    },
    { name: 'seat', type: 'textarea', label: 'Siège', maxLength: 300 },
    { name: 'president', type: 'text', label: 'Présidence', maxLength: 120 },
    { name: 'publicationDirector', type: 'text', label: 'Direction de la publication', maxLength: 120 },
    { name: 'email', type: 'email', label: 'Adresse électronique' },
    { name: 'phone', type: 'text', label: 'Téléphone', maxLength: 40 },
    {
      name: 'membershipFee',
      type: 'textarea',
      label: 'Ce que coûte l’adhésion',
      maxLength: 300,
      admin: { description: 'Se lit à côté du formulaire d’adhésion\u00a0: montants, ou gratuité.' },
    },
    {
      name: 'registers',
      type: 'array',
      label: 'Répertoires de représentants d’intérêts',
      labels: { singular: 'Répertoire', plural: 'Répertoires' },
      maxRows: 10,
      fields: [
        { name: 'name', type: 'text', label: 'Répertoire', required: true, maxLength: 200 },
        { name: 'number', type: 'text', label: 'Numéro', maxLength: 80 },
        webAddress({ name: 'href', label: 'Adresse de la fiche', maxLength: 300 }),
      ],
    },
    {
      name: 'host',
      type: 'textarea',
      label: 'Hébergement',
      maxLength: 400,
      admin: { description: 'Nom, adresse et téléphone de l’hébergeur.' },
    },
  ],
})
