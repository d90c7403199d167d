import { isCurrent } from '../../membership/statuses.ts'
import { now } from '../../lib/clock.ts'
import { parisDay, startOfParisDay } from '../../lib/dates.ts'
import { REGIONS } from '../../organisation/region.ts'
import { STATE_LABELS, STATES } from '../../adhesion/lifecycle/states.ts'
import { asReader, type Reader } from '../reader.ts'
import { countBy, daysToDecision, quantile, type Counted } from './tally.ts'
import { FIGURES } from './words.ts'

/** The figures of one year, for who reads the applications. */
export type Figures = {
  year: number
  /** The states that occur, and the files of each month in each of them. */
  states: string[]
  months: Counted[]
  delays: { count: number; median: number; p90: number } | null
  /** Members on the last day of the year, or today: those of both kinds in each region. */
  regions: Counted[]
  today: boolean
}

const KINDS = ['member', 'partner'] as const
const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' })

const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, at) => ({
    key: `${year}-${String(at + 1).padStart(2, '0')}`,
    name: MONTH.format(new Date(Date.UTC(year, at, 1))),
  }))

/**
 * The figures of a year: what was applied for in it, what was decided in it, who was a member at its end. Each query follows an
 * index and reads the year alone, or the members alone.
 */
export async function readFigures(reader: Reader, year: number): Promise<Figures> {
  const applied = await appliedIn(reader, year)
  const states = STATES.filter((state) => applied.some(({ status }) => status === state))
  const today = parisDay(now())
  const day = today < `${year}-12-31` ? today : `${year}-12-31`
  return {
    year,
    states: states.map((state) => STATE_LABELS[state]),
    months: countBy(applied, monthsOf(year), states, ({ createdAt, status }) => ({
      row: parisDay(new Date(createdAt)).slice(0, 7),
      column: status,
    })),
    delays: await delaysIn(reader, year),
    regions: await membersOn(reader, day),
    today: day === today,
  }
}

async function appliedIn(reader: Reader, year: number) {
  const [from, until] = [year, year + 1].map((each) => startOfParisDay(`${each}-01-01`).toISOString())
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where: { and: [{ createdAt: { greater_than_equal: from } }, { createdAt: { less_than: until } }] },
    sort: 'createdAt',
    select: { createdAt: true, status: true },
    limit: 0,
    ...asReader(reader),
  })
  return docs
}

async function delaysIn(reader: Reader, year: number): Promise<Figures['delays']> {
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where: {
      and: [
        { decidedOn: { greater_than_equal: `${year}-01-01` } },
        { decidedOn: { less_than_equal: `${year}-12-31` } },
      ],
    },
    sort: 'decidedOn',
    select: { signedAt: true, decidedOn: true },
    limit: 0,
    ...asReader(reader),
  })
  const days = docs.flatMap(({ signedAt, decidedOn }) =>
    signedAt && decidedOn ? [daysToDecision(signedAt, decidedOn)] : [],
  )
  const [median, p90] = [quantile(days, 0.5), quantile(days, 0.9)]
  return median === null || p90 === null ? null : { count: days.length, median, p90 }
}

async function membersOn(reader: Reader, day: string): Promise<Counted[]> {
  const { docs } = await reader.payload.find({
    collection: 'members',
    where: {
      and: [
        { confirmed: { equals: true } },
        { effectiveOn: { less_than_equal: day } },
        { or: [{ endedOn: { exists: false } }, { endedOn: { greater_than_equal: day } }] },
      ],
    },
    sort: 'searchKey',
    select: { kind: true, status: true, directory: { region: true } },
    limit: 0,
    ...asReader(reader),
  })
  const rows = [...REGIONS.map(({ code, name }) => ({ key: code, name })), { key: '', name: FIGURES.unknown }]
  const known = new Set(rows.map(({ key }) => key))
  const current = docs.filter(({ status }) => day < parisDay(now()) || isCurrent(status))
  return countBy(current, rows, KINDS, ({ kind, directory }) => {
    const region = directory?.region ?? ''
    return { row: known.has(region) ? region : '', column: kind }
  }).filter(({ sum }) => sum > 0)
}
