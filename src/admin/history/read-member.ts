import type { Where } from 'payload'
import { STATE_LABELS } from '../../adhesion/lifecycle/states.ts'
import { formatDateTime, formatDay } from '../../lib/dates.ts'
import type { Member } from '../../payload-types.ts'
import { officeSentence } from '../../record/facts.ts'
import { readMails } from '../adhesion/read-mails.ts'
import { KINDS } from '../adhesion/words.ts'
import { memberStanding } from '../cells/standing.ts'
import { titleOf } from '../cells/titles.ts'
import { idOf } from '../../lib/ids.ts'
import { asReader, type Reader } from '../reader.ts'
import type { Line } from './Lines.tsx'
import { mandateLines } from './mandate-lines.ts'
import { HISTORY } from './words.ts'

type History = Record<'files' | 'memberships' | 'signatures' | 'mandates' | 'changes' | 'mails', Line[]>

/** The applications of an organisation but one, the latest first, as far as who looks may read them. */
export async function filesOf(reader: Reader, identifierKey: string, but: string | null = null): Promise<Line[]> {
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where: { and: [{ identifierKey: { equals: identifierKey } }, ...(but ? [{ id: { not_equals: but } }] : [])] },
    sort: '-createdAt',
    limit: 0,
    ...asReader(reader),
  })
  return docs.map(({ id, reference, kind, status, createdAt }) => ({
    key: id,
    text: `${reference}, ${KINDS[kind]}`,
    href: `/admin/collections/adhesions/${id}`,
    when: formatDay(new Date(createdAt)),
    mark: { kind: status, label: STATE_LABELS[status] },
  }))
}

/** The records of an organisation as a member but one, the latest first. */
export async function membershipsOf(reader: Reader, identifierKey: string, but: string | null = null): Promise<Line[]> {
  const { docs } = await reader.payload.find({
    collection: 'members',
    where: { and: [{ identifierKey: { equals: identifierKey } }, ...(but ? [{ id: { not_equals: but } }] : [])] },
    sort: '-effectiveOn',
    limit: 0,
    ...asReader(reader),
  })
  return docs.map((member) => ({
    key: member.id,
    text: `${member.legalName}, ${KINDS[member.kind]}`,
    href: `/admin/collections/members/${member.id}`,
    when: HISTORY.term(formatDay(member.effectiveOn), member.endedOn ? formatDay(member.endedOn) : null),
    mark: memberStanding(member),
  }))
}

async function signaturesOf(reader: Reader, { identifierKey }: Member): Promise<Line[]> {
  const { docs } = await reader.payload.find({
    collection: 'charter-signatures',
    where: { identifierKey: { equals: identifierKey } },
    sort: '-signedAt',
    limit: 0,
    ...asReader(reader),
  })
  return Promise.all(
    docs.map(async ({ id, signatory, signedAt, charterVersion }) => ({
      key: id,
      text: HISTORY.signed(
        (await titleOf(reader.payload, 'charter-versions', idOf(charterVersion) ?? '')) ?? '',
        signatory ?? '',
      ),
      href: `/admin/collections/charter-signatures/${id}`,
      when: formatDateTime(new Date(signedAt)),
    })),
  )
}

async function changesOf(reader: Reader, where: Where): Promise<Line[]> {
  const { docs } = await reader.payload.find({
    collection: 'journal',
    where,
    sort: '-rank',
    limit: 0,
    ...asReader(reader),
  })
  return docs.map((row) => ({
    key: row.id,
    text: officeSentence(row),
    when: formatDateTime(new Date(row.at)),
  }))
}

/** What happened with a member, for who may read more of it than its entry in the directory; null for others. */
export async function readMemberHistory(reader: Reader, id: string): Promise<History | null> {
  const member = await reader.payload.findByID({
    collection: 'members',
    id,
    ...asReader(reader),
    disableErrors: true,
  })
  // Who reads the directory entry alone is shown no identifier.
  if (!member?.identifierKey) return null
  const { identifierKey } = member
  const files = await filesOf(reader, identifierKey)
  const subjects = [`member:${id}`, ...files.map(({ key }) => `adhesion:${key}`)]
  return {
    files,
    memberships: await membershipsOf(reader, identifierKey, id),
    signatures: await signaturesOf(reader, member),
    mandates: await mandateLines(reader, { onBehalfOf: { equals: id } }, 'person'),
    changes: await changesOf(reader, { subject: { equals: `member:${id}` } }),
    mails: (await readMails(reader, subjects)).map(({ id: key, label, to, status, href }) => ({
      key,
      text: `${label}, ${to}`,
      when: status,
      ...(href ? { href } : {}),
    })),
  }
}
