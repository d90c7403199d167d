import { parseDeclaration } from '../../adhesion/declaration.ts'
import { ACCEPTED, checkFiles } from '../../adhesion/attach-files.ts'
import { invalidBody } from '../../adhesion/errors.ts'
import { storedDeclaration } from '../../adhesion/stored-declaration.ts'
import type { Fault } from '../../lib/errors.ts'
import { confirmMember, discardMember, proposeStatus } from '../../membership/change-member.ts'
import { enterMember, type PaperMember, type Scan } from '../../membership/enter.ts'
import { MEMBER_STATUSES } from '../../membership/statuses.ts'
import { BodyReader } from '../adhesions/body.ts'
import { endpoint, respond, type Ask } from '../respond.ts'
import {
  asSeenBy,
  clerkOf,
  createdObject,
  readNothing,
  readReason,
  secretariatEndpoint,
  type OwnEndpoint,
} from './secretariat-endpoint.ts'

const PAPER_ORIGINS = ['founder', 'paper'] as const

/** The organisation and its people are read like those of an application. */
function readMember(body: Record<string, unknown>): PaperMember | Fault[] {
  const { kind, organisation, representative, contact } = body
  const read = parseDeclaration({
    kind,
    organisation,
    representative,
    ...(contact ? { contact } : {}),
    privacyNoticeRead: true,
  })
  if (!read.ok) return read.faults
  const { identifierKey, organisation: stored, ...rest } = storedDeclaration(read.declaration)
  return {
    kind: rest.kind,
    identifierKey,
    organisation: stored,
    representative: rest.representative,
    contact: rest.contact,
  }
}

function readPaper(body: Record<string, unknown>) {
  const { kind: _kind, organisation: _organisation, representative: _representative, contact: _contact, ...own } = body
  const reader = new BodyReader(own)
  const paper = {
    origin: reader.choice('origin', PAPER_ORIGINS) ?? 'paper',
    effectiveOn: reader.day('effectiveOn'),
    deliberation: reader.text('deliberation', 200),
    signature: reader.group('signature', (signature) => ({
      charterVersion: signature.text('charterVersion', 64),
      signatory: signature.text('signatory', 160),
      signedOn: signature.day('signedOn'),
    })),
  }
  if (!paper.signature) reader.fault('signature', 'required')
  return { reader, paper }
}

async function readScan(ask: Ask, file: File | undefined): Promise<Scan | null> {
  if (!file) return null
  const [checked] = await checkFiles(ask.req.payload, [
    { name: file.name, data: Buffer.from(await file.arrayBuffer()) },
  ])
  return checked ? { ...checked, extension: ACCEPTED[checked.mimeType] } : null
}

const NO_SCAN: Fault = {
  path: 'scan',
  code: 'required',
  messages: { fr: 'Joignez la charte signée, numérisée.', en: 'Attach the scan of the signed charter.' },
}

/** `multipart/form-data`: `_payload` (JSON) and `scan`, the signed charter. */
const create: OwnEndpoint = {
  path: '/',
  method: 'post',
  handler: endpoint(async (ask) => {
    const clerk = clerkOf(ask)
    const { body, files } = await createdObject(ask, [])
    const member = readMember(body)
    const { reader, paper } = readPaper(body)
    const faults = [
      ...(Array.isArray(member) ? member : []),
      ...reader.faults(),
      ...(files.has('scan') ? [] : [NO_SCAN]),
    ]
    if (faults.length > 0 || Array.isArray(member) || !paper.signature) throw invalidBody(faults)
    const scan = await readScan(ask, files.get('scan'))
    const { id } = await enterMember(ask.req.payload, {
      clerk,
      member,
      ...paper,
      signature: { ...paper.signature, scan },
    })
    return respond(
      {
        message: 'Membre saisi\u00a0: une seconde personne du secrétariat doit le confirmer.',
        doc: await asSeenBy(ask.req, 'members', id),
      },
      201,
    )
  }),
}

/** `POST /api/members` and what the secretariat does on one. */
export const memberEndpoints: OwnEndpoint[] = [
  create,
  secretariatEndpoint(
    'members',
    'change-status',
    'Changement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.',
    (reader) => {
      const status = reader.choice('status', MEMBER_STATUSES) ?? 'active'
      const day = reader.day('day')
      const deliberation = reader.text('deliberation', 200)
      reader.end()
      return ({ payload, ...act }) => proposeStatus(payload, { ...act, status, day, deliberation })
    },
  ),
  secretariatEndpoint('members', 'confirm', 'Confirmé.', (reader) => {
    readNothing(reader)
    return ({ payload, ...act }) => confirmMember(payload, act)
  }),
  secretariatEndpoint('members', 'discard', 'Abandonné.', (reader) => {
    const values = readReason(reader)
    return ({ payload, ...act }) => discardMember(payload, { ...act, ...values })
  }),
]
