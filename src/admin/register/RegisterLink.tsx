import type { ServerProps } from 'payload'
import { secretariatOrAdmin } from '../../../access/secretariat-or-admin.ts'
import { panelLink } from '../panel-link.tsx'
import { REGISTER, REGISTER_PATH } from './words.ts'

/** The way to the register of processing, for who may read it. */
export const RegisterLink = (props: ServerProps) =>
  panelLink(props, { title: REGISTER.title, path: REGISTER_PATH, mayRead: secretariatOrAdmin })
