'use client'
import { SaveButton, useDocumentInfo } from '@payloadcms/ui'

/** The button that saves a new record; one that exists changes by the actions above it alone. */
export function SaveNew() {
  const { id } = useDocumentInfo()
  return id === undefined ? <SaveButton /> : null
}
