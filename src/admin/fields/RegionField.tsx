'use client'
import { FieldLabel, useField } from '@payloadcms/ui'
import type { ComponentProps } from 'react'
import type { TextFieldClientComponent } from 'payload'

type Props = ComponentProps<TextFieldClientComponent> & { regions?: readonly { code: string; name: string }[] }

/** A region, chosen by its name and stored by its code. */
export function RegionField({ field, path, readOnly, regions = [] }: Props) {
  const { value, setValue } = useField<string>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className="field-type text file-field">
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <select
        id={id}
        value={value ?? ''}
        disabled={readOnly === true || field.admin?.readOnly === true}
        onChange={(event) => setValue(event.target.value)}
      >
        <option value="" />
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
