import type { CustomComponent } from 'payload'

/** The links above a list that give it out as a file. */
export const exportLinks = (collection: string, { mailings = false } = {}): CustomComponent => ({
  path: '/src/admin/lists/ExportLinks.tsx#ExportLinks',
  clientProps: { collection, mailings },
})
