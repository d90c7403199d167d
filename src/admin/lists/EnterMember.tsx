import type { ServerProps } from 'payload'
import { ACCEPTED } from '../../adhesion/actions/attach-files.ts'
import { holdsRole } from '../../governance/roles.ts'
import { ORIGIN_LABELS } from '../../membership/statuses.ts'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import type { FieldModel } from '../actions/model.ts'
import { declaredFields } from '../adhesion/declared-fields.ts'
import { asReader, readerFor, type Reader } from '../reader.ts'
import { LISTS, PAPER } from './words.ts'

/** The parts of a declaration that a member's record holds. */
const OF_MEMBER = /^(?:kind$|organisation\.|representative\.|contact\.)/

/** The form by which the secretariat enters a founder, or a member who signed on paper, with the scan of the charter. */
export async function EnterMember({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  if (!reader || !holdsRole(reader.user, 'secretariat')) return null
  const entry = {
    name: 'enter',
    url: '/api/members',
    button: PAPER.button,
    title: PAPER.button,
    consequence: PAPER.consequence,
    confirm: PAPER.confirm,
    done: PAPER.done,
    fields: await fieldsOfPaper(reader),
    asPayload: true,
  }
  return (
    <ActionPanel actions={{ main: null, others: [entry], record: [] }} state="">
      <p>{PAPER.intro}</p>
    </ActionPanel>
  )
}

async function fieldsOfPaper(reader: Reader): Promise<FieldModel[]> {
  const { docs } = await reader.payload.find({
    collection: 'charter-versions',
    where: { status: { equals: 'adopted' } },
    sort: '-number',
    limit: 0,
    ...asReader(reader),
  })
  const versions = docs.map(({ id, title }) => ({ value: id, label: title }))
  const origins = (['founder', 'paper'] as const).map((value) => ({ value, label: ORIGIN_LABELS[value] }))
  const asked = { required: true } as const
  return [
    { ...asked, kind: 'file', name: 'scan', label: PAPER.scan, accept: Object.keys(ACCEPTED).join(',') },
    { ...asked, kind: 'radio', name: 'origin', label: PAPER.origin, options: origins },
    { ...asked, kind: 'day', name: 'effectiveOn', label: PAPER.effectiveOn },
    { ...asked, kind: 'text', name: 'deliberation', label: PAPER.deliberation, longest: 200 },
    { ...asked, kind: 'select', name: 'signature.charterVersion', label: PAPER.version, options: versions },
    { ...asked, kind: 'text', name: 'signature.signatory', label: PAPER.signatory, longest: 160 },
    { ...asked, kind: 'day', name: 'signature.signedOn', label: PAPER.signedOn },
    ...declaredFields({})
      .filter(({ name }) => OF_MEMBER.test(name))
      // What is left empty of a new record is not sent: there is nothing to take away.
      .map(({ empty: _empty, ...field }) => (field.name === 'kind' ? { ...field, label: LISTS.kind } : field)),
  ]
}
