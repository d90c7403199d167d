import type { UIField } from 'payload'
import { hiddenButFrom } from '../../access/hidden-but-from.ts'

const hidden = hiddenButFrom('editor')

/** Beside a form: which places of the site name the record, for editors who ask. */
export const usedInField = (): UIField => ({
  name: 'usedIn',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    condition: (_data, _siblingData, { user }) => !hidden({ user }),
    components: { Field: '/src/admin/fields/UsedIn.tsx#UsedIn' },
  },
})
