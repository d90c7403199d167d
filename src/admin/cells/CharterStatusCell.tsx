import type { Payload } from 'payload'
import { cache } from 'react'
import { charterInForce } from '../../charter/in-force.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { Cell } from './Cell.tsx'
import { Mark } from './Mark.tsx'
import type { Standing } from './standing.ts'
import { textIn, type CellProps } from './text.ts'

const idsInForce = cache(async (payload: Payload): Promise<string[]> => {
  const [member, partner] = [
    await charterInForce(payload, 'member', now()),
    await charterInForce(payload, 'partner', now()),
  ]
  return [member, partner].flatMap((version) => (version ? [version.id] : []))
})

/** A draft, what binds today, what will, what did. */
export async function CharterStatusCell(props: CellProps) {
  const { cellData, payload, rowData } = props
  const { kind, label } = await standingOf(payload, {
    id: textIn(rowData['id']) ?? '',
    status: cellData,
    effectiveOn: textIn(rowData['effectiveOn']) ?? '',
  })
  return (
    <Cell {...props}>
      <Mark kind={kind}>{label}</Mark>
    </Cell>
  )
}

async function standingOf(
  payload: Payload,
  { id, status, effectiveOn }: { id: string; status: unknown; effectiveOn: string },
): Promise<Standing> {
  if (status !== 'adopted') return { kind: 'pending', label: 'Projet' }
  if (effectiveOn > parisDay(now())) return { kind: 'coming', label: 'Adoptée, à venir' }
  return (await idsInForce(payload)).includes(id)
    ? { kind: 'running', label: 'En vigueur' }
    : { kind: 'over', label: 'Remplacée' }
}
