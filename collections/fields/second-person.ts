import type { Field } from 'payload'
import { nobody } from '../../access/nobody.ts'
import { staffOnly } from '../../access/staff-only.ts'
import { secretariatOnly } from '../../access/secretariat-only.ts'

/**
 * What every record has that one person of the secretariat enters and another confirms: the proposal that
 * waits beside the live values, and the revision that two simultaneous acts race for.
 */
export function secondPersonFields(): Field[] {
  return [
    {
      name: 'rev',
      type: 'number',
      label: 'Révision',
      defaultValue: 0,
      access: { read: staffOnly },
      admin: { hidden: true },
    },
    {
      name: 'pending',
      type: 'json',
      label: 'Changement à confirmer',
      access: { read: secretariatOnly },
      admin: { hidden: true },
    },
  ]
}

/**
 * Who entered a record and who confirmed it; written by the use-cases alone, and shown in one place, by name.
 * @param column how a list shows that a record is confirmed, where it says more than that
 */
export function confirmationFields(column?: { label: string; Cell: string }): Field[] {
  const elsewhere = { hidden: true }
  return [
    {
      name: 'confirmation',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/fields/ConfirmationField.tsx#ConfirmationField' },
      },
    },
    {
      name: 'confirmed',
      type: 'checkbox',
      label: column?.label ?? 'Confirmé par une seconde personne',
      defaultValue: false,
      index: true,
      access: { read: staffOnly },
      admin: column ? { ...elsewhere, disableListFilter: true, components: { Cell: column.Cell } } : elsewhere,
    },
    {
      name: 'enteredBy',
      type: 'relationship',
      relationTo: 'users',
      label: 'Saisi par',
      access: { read: secretariatOnly, create: nobody },
      admin: elsewhere,
    },
    {
      name: 'confirmedBy',
      type: 'relationship',
      relationTo: 'users',
      label: 'Confirmé par',
      access: { read: secretariatOnly, create: nobody },
      admin: elsewhere,
    },
    {
      name: 'confirmedAt',
      type: 'date',
      label: 'Confirmé le',
      access: { read: secretariatOnly, create: nobody },
      admin: elsewhere,
    },
  ]
}
