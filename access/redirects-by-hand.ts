import type { Access } from 'payload'
import { editorOnly } from './editor-only.ts'

/** Editors, the redirects that one of them wrote: what a page or an entry has left stays. */
export const redirectsByHand: Access = ({ req }) => editorOnly({ req }) && { byHand: { equals: true } }
