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
    { name: 'rev', type: 'number', label: 'Révision', defaultValue: 0, access: { read: staffOnly }, admin: { hidden: true } },
    {
      name: 'pending',
      type: 'json',
      label: 'Changement à confirmer',
      access: { read: secretariatOnly },
      admin: { hidden: true },
    },
  ]
}

/** Who entered a record and who confirmed it; written by the use-cases alone. */
export function confirmationFields(): Field[] {
  const shown = { readOnly: true, position: 'sidebar' as const }
  return [
    {
      name: 'confirmed',
      type: 'checkbox',
      label: 'Confirmé par une seconde personne',
      defaultValue: false,
      index: true,
      access: { read: staffOnly },
      admin: { ...shown, description: 'Sans cette confirmation, la saisie reste sans effet.' },
    },
    { name: 'enteredBy', type: 'relationship', relationTo: 'users', label: 'Saisi par', access: { read: secretariatOnly, create: nobody }, admin: shown },
    { name: 'confirmedBy', type: 'relationship', relationTo: 'users', label: 'Confirmé par', access: { read: secretariatOnly, create: nobody }, admin: shown },
    { name: 'confirmedAt', type: 'date', label: 'Confirmé le', access: { read: secretariatOnly, create: nobody }, admin: shown },
  ]
}
