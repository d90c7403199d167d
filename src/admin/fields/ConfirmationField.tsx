import type { UIFieldServerComponent } from 'payload'
import { formatDateTime } from '../../lib/dates.ts'
import { titleOf } from '../cells/titles.ts'
import { flagAt, textAt } from '../adhesion/stored.ts'
import { FactList } from '../FactList.tsx'
import { facts } from '../adhesion/declared-facts.ts'
import { storedRecord } from './stored-record.ts'
import { FIELD_WORDS } from './words.ts'
import { Shown } from './Shown.tsx'

/** Who entered a record and who confirmed it, by name; while it is being entered, that somebody will have to. */
export const ConfirmationField: UIFieldServerComponent = async ({
  collectionSlug,
  id: record,
  operation,
  payload,
  req,
}) => {
  if (operation === 'create') {
    return (
      <Shown label={FIELD_WORDS.confirmation}>
        <p>{FIELD_WORDS.willWait}</p>
      </Shown>
    )
  }
  const stored = await storedRecord({ req, id: record, collectionSlug })
  const name = async (key: string) => {
    const id = textAt(stored, key)
    return id === null ? null : titleOf(payload, 'users', id)
  }
  const confirmedAt = textAt(stored, 'confirmedAt')
  const lines = facts([
    { label: FIELD_WORDS.enteredBy, value: await name('enteredBy') },
    { label: FIELD_WORDS.confirmedBy, value: await name('confirmedBy') },
    { label: FIELD_WORDS.confirmedAt, value: confirmedAt ? formatDateTime(new Date(confirmedAt)) : null },
  ])
  const confirmed = flagAt(stored, 'confirmed')
  if (confirmed && lines.length === 0) return null
  return (
    <Shown label={FIELD_WORDS.confirmation}>
      <FactList facts={lines} />
      {confirmed ? null : <p>{FIELD_WORDS.unconfirmed}</p>}
    </Shown>
  )
}
