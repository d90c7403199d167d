import type { ReactElement } from 'react'

type Props = {
  name: string
  label: string
  all: string
  chosen: string | undefined
  options: readonly (readonly [value: string, text: string])[]
}

/** One criterion of a search: everything, or one of its values. */
export function Choice({ name, label, all, chosen, options }: Props): ReactElement {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
