import type { TextField } from 'payload'
import { nobody } from '../../access/nobody.ts'

/** The SHA-256 of a file's bytes, set when they are stored; absent on a file from before it was kept. */
export const bytesHash = (): TextField => ({
  name: 'sha256',
  type: 'text',
  label: 'Empreinte SHA-256',
  access: { create: nobody, update: nobody },
  admin: { readOnly: true, position: 'sidebar', disableListColumn: true, disableListFilter: true },
})
