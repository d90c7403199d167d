'use client'
import { useAllFormFields, useFormModified } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/**
 * Keeps what is typed from the answer to an earlier save. Payload takes the server's value for every field that is not
 * marked as modified, and marks the last one alone (3.90, forms/Form/fieldReducer): who typed on and went to another field
 * lost the words of between, and a text that was focused was built anew under the cursor. Here every field that was typed
 * in since all was saved stays marked, and the text that has the focus.
 */
export function TypedStays() {
  const [fields, dispatch] = useAllFormFields()
  const modified = useFormModified()
  const typed = useRef(new Set<string>())
  const [focused, setFocused] = useState<string | null>(null)

  useEffect(() => {
    const note = ({ target }: FocusEvent) =>
      setFocused(
        target instanceof Element
          ? (target.closest('[data-field-path]')?.getAttribute('data-field-path') ?? null)
          : null,
      )
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])

  useEffect(() => {
    if (!modified) typed.current.clear()
    else
      for (const [path, field] of Object.entries(fields))
        if (field.isModified === true && field.rows === undefined) typed.current.add(path)
    const held = new Set([...typed.current, ...(focused === null ? [] : [focused])])
    const unmarked = [...held].flatMap((path) => {
      const field = fields[path]
      return field && field.isModified !== true ? [[path, { ...field, isModified: true }] as const] : []
    })
    if (unmarked.length > 0) dispatch({ type: 'UPDATE_MANY', formState: Object.fromEntries(unmarked) })
  }, [fields, modified, focused, dispatch])

  return null
}
