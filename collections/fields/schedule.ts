import type { UIField } from 'payload'
import { hiddenButFrom } from '../../access/hidden-but-from.ts'

const hidden = hiddenButFrom('editor')

/** Beside a form: when its newest version is to be published, and what became of it. Editors alone may ask. */
export const scheduleField = (): UIField => ({
  name: 'schedule',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    condition: (_data, _siblingData, { user }) => !hidden({ user }),
    components: { Field: '/src/admin/publishing/ScheduleField.tsx#ScheduleField' },
  },
})
