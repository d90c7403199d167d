import { declarationIn } from '../../adhesion/declaration/parse-declaration.ts'
import { MEMBER_PARTS } from '../../adhesion/declaration/schema.ts'
import { ACCEPTED, checkFiles } from '../../adhesion/actions/attach-files.ts'
import { storedMember } from '../../adhesion/declaration/stored-declaration.ts'
import { choice, day, fields, id, parsed, part, text } from '../../input/fields.ts'
import { issueAt, invalidInput } from '../../input/issue.ts'
import { readInPart, readOrRefuse } from '../../input/read.ts'
import { confirmMember, discardMember, proposeStatus } from '../../membership/change-member.ts'
import { moveSeat } from '../../membership/move-seat.ts'
import { parseSiret } from '../../organisation/siret.ts'
import { enterMember, type Scan } from '../../membership/enter.ts'
import { confirmNetwork, discardNetwork } from '../../membership/network.ts'
import { MEMBER_STATUSES } from '../../membership/statuses.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond, type Ask } from '../respond.ts'
import { exportEndpoint } from '../exports/export-endpoint.ts'
import { deliberation } from './deliberation.ts'
import { asSeenBy, clerkOf, createdObject, NOTHING, REASONED, secretariatEndpoint } from './secretariat-endpoint.ts'
import { messageAnd } from '../description/answer-shapes.ts'
import type { Said } from '../description/said.ts'

const PAPER_ORIGINS = ['founder', 'paper'] as const

/** How the member joined on paper. */
const PAPER = {
  origin: choice(PAPER_ORIGINS),
  effectiveOn: day(),
  deliberation: deliberation(),
  signature: part({ charterVersion: id(), signatory: text(160, { named: true }), signedOn: day() }),
}

/** The organisation and its people are read like those of an application. */
const MEMBER = fields({ ...MEMBER_PARTS, ...PAPER })

async function readScan(ask: Ask, file: File | undefined): Promise<Scan | null> {
  if (!file) return null
  const [checked] = await checkFiles(ask.req.payload, [
    { name: file.name, data: Buffer.from(await file.arrayBuffer()) },
  ])
  return checked ? { ...checked, extension: ACCEPTED[checked.mimeType] } : null
}

/** `multipart/form-data`: `_payload` (JSON) and `scan`, the signed charter. */
const create: OwnEndpoint = {
  path: '/',
  method: 'post',
  custom: { payload: MEMBER, says: { by: ['secretariat'], status: 201, answer: messageAnd('members') } satisfies Said },
  handler: endpoint(async (ask) => {
    const clerk = clerkOf(ask)
    const { body, files } = await createdObject(ask, [])
    const { value, issues } = readInPart(MEMBER, body)
    const declared = declarationIn(value, files.has('scan') ? issues : [...issues, issueAt('scan', 'scan-missing')])
    if (!declared.ok) throw invalidInput(declared.issues)
    const { signature, ...paper } = readOrRefuse(fields(PAPER), only(body, Object.keys(PAPER)))
    const scan = await readScan(ask, files.get('scan'))
    const { id: entered } = await enterMember(ask.req.payload, {
      clerk,
      member: storedMember(declared.declaration),
      ...paper,
      signature: { ...signature, scan },
    })
    return respond(
      {
        message: 'Membre saisi\u00a0: une seconde personne du secrétariat doit le confirmer.',
        doc: await asSeenBy(ask.req, 'members', entered),
      },
      201,
    )
  }),
}

const only = (body: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)))

/** Another establishment of the same organisation, and what says that it is the seat now. */
const SEAT = fields({ siret: parsed(60, parseSiret), source: text(200) })

/** `POST /api/members` and what the secretariat does on one. */
export const memberEndpoints: OwnEndpoint[] = [
  create,
  exportEndpoint('members'),
  secretariatEndpoint(
    'members',
    'change-status',
    'Changement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.',
    fields({ status: choice(MEMBER_STATUSES), day: day(), deliberation: deliberation() }),
    proposeStatus,
  ),
  secretariatEndpoint('members', 'move-seat', 'Siège déplacé\u00a0: le membre en est informé.', SEAT, moveSeat),
  secretariatEndpoint('members', 'confirm-network', 'Le réseau est confirmé.', NOTHING, confirmNetwork),
  secretariatEndpoint('members', 'discard-network', 'Le réseau proposé est écarté.', REASONED, discardNetwork),
  secretariatEndpoint('members', 'confirm', 'Confirmé.', NOTHING, confirmMember),
  secretariatEndpoint('members', 'discard', 'Abandonné.', REASONED, discardMember),
]
