import { faultsOfNotice, FIRST_NOTICE, MERGE_FIELDS } from '../src/record/privacy/notice.ts'
import { siteGlobal } from './fields/site-global.ts'

/** What applicants read of their personal data before they send them (GDPR, article 13). */
export const PrivacyNotice = siteGlobal({
  slug: 'privacy-notice',
  label: 'Notice d’information',
  description:
    'Ce que lisent les organismes avant d’envoyer leur demande. Chaque demande garde la version lue. Vide, la notice est celle que montre le formulaire aujourd’hui.',
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: 'Texte',
      localized: true,
      maxLength: 6_000,
      validate: (value: unknown): true | string => {
        const faults = typeof value === 'string' && value.trim() !== '' ? faultsOfNotice(value) : []
        return faults.length === 0 || faults.join(' ')
      },
      admin: {
        rows: 16,
        placeholder: FIRST_NOTICE.fr,
        description: `Une ligne vide sépare deux paragraphes. Entre accolades, ce que le logiciel remplace\u00a0: ${MERGE_FIELDS.map((name) => `{${name}}`).join(', ')}. Les durées viennent de ce qui est appliqué, jamais de ce qu’on écrit.`,
      },
    },
  ],
})
