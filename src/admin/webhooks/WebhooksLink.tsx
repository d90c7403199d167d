import type { ServerProps } from 'payload'
import { secretariatOrAdmin } from '../../../access/secretariat-or-admin.ts'
import { panelLink } from '../panel-link.tsx'
import { WEBHOOKS, WEBHOOKS_PATH } from './words.ts'

/** The way to the webhooks of federations, for who may read them. */
export const WebhooksLink = (props: ServerProps) =>
  panelLink(props, { title: WEBHOOKS.title, path: WEBHOOKS_PATH, mayRead: secretariatOrAdmin })
