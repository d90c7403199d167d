import type { ServerProps } from 'payload'
import { secretariatOrAdmin } from '../../../access/secretariat-or-admin.ts'
import { readerFor } from '../reader.ts'
import { WEBHOOKS, WEBHOOKS_PATH } from './words.ts'

/** The way to the webhooks of federations, for who may read them. */
export async function WebhooksLink({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  if (!reader || !secretariatOrAdmin(reader)) return null
  return (
    <a className="nav__link" href={WEBHOOKS_PATH}>
      <span className="nav__link-label">{WEBHOOKS.title}</span>
    </a>
  )
}
