import type { TextField } from 'payload'
import { REGIONS } from '../../src/organisation/region.ts'

/** A region, stored by its code and shown by its name. */
export function regionField(): TextField {
  return {
    name: 'region',
    type: 'text',
    label: 'Région',
    admin: {
      // A list would be asked by the code.
      disableListFilter: true,
      components: {
        Field: {
          path: '/src/admin/fields/RegionField.tsx#RegionField',
          clientProps: { regions: REGIONS.map(({ code, name }) => ({ code, name })) },
        },
        Cell: '/src/admin/cells/RegionCell.tsx#RegionCell',
      },
    },
  }
}
