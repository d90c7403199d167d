import type { Where } from 'payload'
import { now } from '../../lib/clock.ts'
import { formatDay, isDay, parisDay, type Day } from '../../lib/dates.ts'
import type { Mandate } from '../../payload-types.ts'
import { MANDATE_ROLE_LABELS } from '../../governance/mandate-roles.ts'
import { mandateStanding } from '../cells/standing.ts'
import { titleOf } from '../cells/titles.ts'
import { idOf } from '../../lib/ids.ts'
import { asReader, type Reader } from '../reader.ts'
import type { Line } from './Lines.tsx'
import { HISTORY } from './words.ts'

/** Mandates of a person, a body or a member, the latest first, as lines that name what the page itself does not. */
export async function mandateLines(reader: Reader, where: Where, naming: 'person' | 'body'): Promise<Line[]> {
  const { docs } = await reader.payload.find({
    collection: 'mandates',
    where,
    sort: '-firstDay',
    limit: 0,
    ...asReader(reader),
  })
  return Promise.all(docs.map((mandate) => lineOf(reader, mandate, naming)))
}

async function lineOf({ payload }: Reader, mandate: Mandate, naming: 'person' | 'body'): Promise<Line> {
  const { id, firstDay, lastDay, role } = mandate
  const collection = naming === 'person' ? 'people' : 'governance-bodies'
  const [where, onBehalf] = [idOf(mandate[naming]), idOf(mandate.onBehalfOf)]
  return {
    key: id,
    text: HISTORY.mandate(
      MANDATE_ROLE_LABELS[role],
      (where ? await titleOf(payload, collection, where) : null) ?? '',
      (onBehalf ? await titleOf(payload, 'members', onBehalf) : null) ?? '',
    ),
    href: `/admin/collections/mandates/${id}`,
    when: HISTORY.term(formatDay(firstDay), lastDay ? formatDay(lastDay) : null),
    mark: mandateStanding(mandate, now()),
  }
}

/** The day that an address asks for, else today. */
export const dayAsked = (asked: unknown): Day => (isDay(asked) ? asked : parisDay(now()))
