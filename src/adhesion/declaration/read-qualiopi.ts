import { isDay } from '../../lib/dates.ts'
import {
  QUALIOPI_CATEGORIES,
  QUALIOPI_STATUSES,
  type Qualiopi,
  type QualiopiCategory,
  qualiopiPeriodFlaw,
  qualiopiWarnings,
} from '../../organisation/qualiopi.ts'
import { NOT_A_DAY, NOT_A_LIST, notAmong } from './flaws.ts'
import { type ObjectReader, withoutAbsent } from './object-reader.ts'

const NAME = { max: 200, named: true }
const NUMBER = { max: 100, named: true }

/** Reads what an organisation says of its Qualiopi certificate. */
export function readQualiopi(reader: ObjectReader): Qualiopi {
  const qualiopi = withoutAbsent({
    status: reader.choice('status', idsOf(QUALIOPI_STATUSES)),
    certifier: reader.optionalText('certifier', NAME),
    certificateNumber: reader.optionalText('certificateNumber', NUMBER),
    categories: readCategories(reader),
    validFrom: readDay(reader, 'validFrom'),
    validUntil: readDay(reader, 'validUntil'),
  })
  const period = qualiopiPeriodFlaw(qualiopi)
  if (period) reader.refuse('validUntil', period)
  for (const warning of qualiopiWarnings(qualiopi)) reader.warn('status', warning)
  reader.refuseOthers()
  return qualiopi
}

/** The categories, each once and in their own order, so that the same choice is the same declaration. */
function readCategories(reader: ObjectReader): QualiopiCategory[] | undefined {
  const value = reader.value('categories')
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    reader.refuse('categories', NOT_A_LIST)
    return undefined
  }
  const ids = idsOf(QUALIOPI_CATEGORIES)
  const chosen = new Set<unknown>(value)
  const categories = ids.filter((id) => chosen.has(id))
  if (categories.length < chosen.size) reader.refuse('categories', notAmong(ids))
  return categories.length > 0 ? categories : undefined
}

function readDay(reader: ObjectReader, key: string): string | undefined {
  return reader.optional(key, { max: 10 }, (day) => (isDay(day) ? { day } : { fault: NOT_A_DAY }))?.day
}

function idsOf<Id extends string>([first, ...rest]: readonly [{ id: Id }, ...{ id: Id }[]]): [Id, ...Id[]] {
  return [first.id, ...rest.map(({ id }) => id)]
}
