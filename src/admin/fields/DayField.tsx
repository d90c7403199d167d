'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** A calendar day, typed or picked with the browser's own control. */
export const DayField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string>({ path })
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input id={id} type="date" value={value ?? ''} disabled={readOnly === true || field.admin?.readOnly === true} onChange={(event) => setValue(event.target.value)} />
      </div>
      {field.admin?.description ? <FieldDescription description={field.admin.description} path={path} /> : null}
    </div>
  )
}
