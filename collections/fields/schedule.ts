import type { UIField } from 'payload'

/** Beside a form: when its newest version is to be published, and what became of it. */
export const scheduleField = (): UIField => ({
  name: 'schedule',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/src/admin/publishing/ScheduleField.tsx#ScheduleField' } },
})
