'use client'
import { SaveButton, useFormFields } from '@payloadcms/ui'

/** The button that saves a draft of the charter; what is adopted changes no more. */
export function SaveDraft() {
  const status = useFormFields(([fields]) => fields['status']?.value)
  return status === 'adopted' ? null : <SaveButton />
}
