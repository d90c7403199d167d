import type { CustomComponent } from 'payload'

/** The filters above a list, and the views of it that everybody has or keeps for themselves. */
export const listFilters = (collection: 'adhesions' | 'members' | 'messages'): CustomComponent => ({
  path: '/src/admin/lists/ListFilters.tsx#ListFilters',
  serverProps: { collection },
})
