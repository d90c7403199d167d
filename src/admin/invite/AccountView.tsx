'use client'
import { DefaultEditView, useDocumentInfo } from '@payloadcms/ui'
import type { DocumentViewClientProps } from 'payload'
import { InviteForm } from './InviteForm.tsx'

/**
 * The view of an account. A new one has our own form: Payload's asks for a password, and nobody here types
 * another's.
 */
export function AccountView(props: DocumentViewClientProps) {
  const { id } = useDocumentInfo()
  return id === undefined ? <InviteForm /> : <DefaultEditView {...props} />
}
