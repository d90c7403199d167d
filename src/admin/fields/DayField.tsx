'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

const IN_FULL = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** As `formatDay` says it; that one brings a library of dates which a form need not load. */
const inFull = (day: string): string => IN_FULL.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ')

/** A calendar day, typed or picked with the browser's own control; in words where it is only read. */
export const DayField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  const onlyRead = readOnly === true || field.admin?.readOnly === true
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {onlyRead ? (
          <input id={id} type="text" value={value ? inFull(value) : '–'} disabled />
        ) : (
          <input id={id} type="date" value={value ?? ''} onChange={(event) => setValue(event.target.value)} />
        )}
      </div>
      {field.admin?.description ? <FieldDescription description={field.admin.description} path={path} /> : null}
    </div>
  )
}
