import type { CollectionConfig, Field, TextField } from 'payload'

const MOMENT = '/src/admin/cells/MomentCell.tsx#MomentCell'
const MOMENT_SHOWN = '/src/admin/fields/MomentField.tsx#MomentField'
const TITLE = '/src/admin/cells/TitleCell.tsx#TitleCell'

/** How a moment reads in the panel's own French. */
export const MOMENT_FORMAT = "d MMMM yyyy 'à' HH:mm"

/**
 * Gives every moment and every relationship of a list a cell that the server renders: Payload's own first show
 * "Chargement en cours…" and then ask for what the server had in hand. A moment is written by use-cases alone, so a
 * form only shows it, but one with a time zone, which people type (`momentField`).
 */
export function withServerCells(collection: CollectionConfig): CollectionConfig {
  return { ...collection, fields: [...collection.fields.map(withCell), ...timestamps.map(withCell)] }
}

/** A field in a group whose column is headed by its own name, not by "group > name". */
export function underOwnName(field: TextField): TextField {
  return {
    ...field,
    admin: {
      ...field.admin,
      components: { ...field.admin?.components, Label: '/src/admin/cells/Heading.tsx#Heading' },
    },
  }
}

/** Payload's own two, declared so that they too may have a cell. */
const timestamps: Field[] = [
  { name: 'updatedAt', type: 'date', label: 'Modifié le', index: true, admin: { hidden: true, disableBulkEdit: true } },
  { name: 'createdAt', type: 'date', label: 'Créé le', index: true, admin: { hidden: true, disableBulkEdit: true } },
]

function withCell(field: Field): Field {
  switch (field.type) {
    case 'date':
      return {
        ...field,
        admin: {
          ...field.admin,
          components: { Cell: MOMENT, ...(field.timezone ? {} : { Field: MOMENT_SHOWN }), ...field.admin?.components },
        },
      }
    case 'relationship':
      if (field.hasMany || typeof field.relationTo !== 'string') return field
      return { ...field, admin: { ...field.admin, components: { Cell: TITLE, ...field.admin?.components } } }
    case 'group':
    case 'row':
    case 'collapsible':
      return { ...field, fields: field.fields.map(withCell) }
    case 'tabs':
      return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withCell) })) }
    default:
      return field
  }
}
