'use client'
import { CheckboxField, useLocale } from '@payloadcms/ui'
import type { CheckboxFieldClientComponent } from 'payload'

/** A box that stands in the English version alone: the French one is published by the button. */
export const InEnglish: CheckboxFieldClientComponent = (props) => {
  const { code } = useLocale()
  return code === 'en' ? <CheckboxField {...props} /> : null
}
