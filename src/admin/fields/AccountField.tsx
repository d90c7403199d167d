import type { RelationshipFieldServerComponent } from 'payload'
import { textAt } from '../adhesion/stored.ts'
import { titleOf } from '../cells/titles.ts'
import { Shown } from './Shown.tsx'
import { storedRecord } from './stored-record.ts'
import { FIELD_WORDS } from './words.ts'

/** The account that acts for a person, by name: whoever may read the person may know it, and no more of the account. */
export const AccountField: RelationshipFieldServerComponent = async ({
  collectionSlug,
  field,
  id: record,
  operation,
  payload,
  req,
}) => {
  if (operation === 'create') return null
  const id = textAt(await storedRecord({ req, id: record, collectionSlug }), field.name)
  const name = id === null ? null : await titleOf(payload, 'users', id)
  return (
    <Shown label={typeof field.label === 'string' ? field.label : field.name} help={FIELD_WORDS.account}>
      <p>{name ?? FIELD_WORDS.noAccount}</p>
    </Shown>
  )
}
