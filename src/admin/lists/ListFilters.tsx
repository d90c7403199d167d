import type { ServerProps } from 'payload'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { readerFor } from '../reader.ts'
import { fileFilters, mailFilters, memberFilters } from './filters-of.ts'
import { Filters } from './Filters.tsx'
import { keptAs, ownViews } from './own-views.ts'

const OFFERS = { adhesions: fileFilters, members: memberFilters, messages: mailFilters }

type Props = ServerProps & { collection: keyof typeof OFFERS }

/** The filters and views of a list, for who looks at it. */
export async function ListFilters({ collection, payload, user }: Props) {
  const reader = await readerFor(payload, user)
  if (!reader) return null
  const { filters, offered } = await OFFERS[collection](reader)
  return (
    <Filters
      keptAs={keptAs(collection)}
      filters={filters}
      offered={offered}
      own={await ownViews(reader, collection)}
      today={parisDay(now())}
    />
  )
}
