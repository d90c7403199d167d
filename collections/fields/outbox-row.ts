import type { Field } from 'payload'
import { nobody } from '../../access/nobody.ts'

/** Of what only who works on a row needs. */
export const ownBusiness = { access: { read: nobody } } as const

/** How a row of an outbox stands; `sent` says in French that it arrived where it was to go. */
export const outboxStatus = (sent: string): Field => ({
  name: 'status',
  type: 'select',
  label: 'État',
  required: true,
  options: [
    { value: 'owed', label: 'À envoyer' },
    { value: 'sending', label: 'En cours d’envoi' },
    { value: 'sent', label: sent },
    { value: 'failed', label: 'En échec' },
  ],
})

export const outboxAttempts = (): Field => ({
  name: 'attempts',
  type: 'number',
  label: 'Essais',
  required: true,
  defaultValue: 0,
})

/** When a row of an outbox may leave, and who holds it until when. */
export const outboxLease = (): Field[] => [
  { name: 'notBefore', type: 'date', label: 'Pas avant le', required: true },
  { name: 'leaseUntil', type: 'date', ...ownBusiness },
  { name: 'leaseBy', type: 'text', ...ownBusiness },
]
