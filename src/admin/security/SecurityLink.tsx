import type { ServerProps } from 'payload'
import { securityReaders } from '../../../access/security-readers.ts'
import { panelLink } from '../panel-link.tsx'
import { SECURITY, SECURITY_PATH } from './words.ts'

/** The way to the security journal, for who may read it. */
export const SecurityLink = (props: ServerProps) =>
  panelLink(props, { title: SECURITY.title, path: SECURITY_PATH, mayRead: securityReaders })
