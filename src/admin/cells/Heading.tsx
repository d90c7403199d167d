import { FieldLabel } from '@payloadcms/ui'
import type { TextField } from 'payload'

/** The heading of a column by the field's own name, without the groups that it stands in. */
export function Heading({ field: { label, name } }: { field: TextField }) {
  return <FieldLabel as="span" label={typeof label === 'string' ? label : name} unstyled />
}
