import { refuseOwnMandate } from '../../governance/concerns.ts'
import { enterMandate } from '../../governance/enter-mandate.ts'
import { confirmMandate, discardMandate, proposeMandateChange } from '../../governance/change-mandate.ts'
import { MANDATE_ROLES } from '../../governance/mandate-facts.ts'
import type { MandateChange } from '../../governance/mandate-change.ts'
import {
  choice,
  clearableDay,
  clearableText,
  day,
  dayOrNull,
  fields,
  id,
  optional,
  textOrNull,
} from '../../input/fields.ts'
import { readOrRefuse } from '../../input/read.ts'
import { withoutAbsent } from '../../lib/without-absent.ts'
import { exportEndpoint } from '../exports/export-endpoint.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond } from '../respond.ts'
import { deliberation } from './deliberation.ts'
import { asSeenBy, clerkOf, createdObject, NOTHING, REASONED, secretariatEndpoint } from './secretariat-endpoint.ts'
import { messageAnd } from '../description/answer-shapes.ts'
import type { Said } from '../description/said.ts'

const ID = 64

/** What the panel's form sends of its own accord. */
const OWN_FIELDS = ['title', 'confirmed', 'enteredBy', 'confirmedBy', 'confirmedAt', 'rev', 'pending']

const MANDATE = fields({
  person: id(),
  body: id(),
  role: choice(MANDATE_ROLES),
  onBehalfOf: textOrNull(ID),
  firstDay: day(),
  lastDay: dayOrNull(),
  deliberation: deliberation(),
})

/** What is named is proposed; null takes away what may be missing. */
const CHANGE = fields({
  role: optional(choice(MANDATE_ROLES)),
  onBehalfOf: clearableText(ID),
  firstDay: optional(day()),
  lastDay: clearableDay(),
  deliberation: deliberation(),
})

const create: OwnEndpoint = {
  path: '/',
  method: 'post',
  custom: { body: MANDATE, says: { by: ['secretariat'], status: 201, answer: messageAnd('mandates') } satisfies Said },
  handler: endpoint(async (ask) => {
    const clerk = clerkOf(ask)
    const { body } = await createdObject(ask, OWN_FIELDS)
    const mandate = readOrRefuse(MANDATE, body)
    const entered = await enterMandate(ask.req.payload, { clerk, ...mandate })
    return respond(
      {
        message: 'Mandat saisi\u00a0: une seconde personne du secrétariat doit le confirmer.',
        doc: await asSeenBy(ask.req, 'mandates', entered.id),
      },
      201,
    )
  }),
}

const PROPOSED = 'Changement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.'

/** `POST /api/mandates` and what the secretariat does on one. */
export const mandateEndpoints: OwnEndpoint[] = [
  create,
  exportEndpoint('mandates'),
  secretariatEndpoint(
    'mandates',
    'propose-change',
    PROPOSED,
    CHANGE,
    (payload, { role, onBehalfOf, firstDay, lastDay, ...act }) => {
      const change: MandateChange = withoutAbsent({ kind: 'change' as const, role, onBehalfOf, firstDay, lastDay })
      return proposeMandateChange(payload, { ...act, change })
    },
    refuseOwnMandate,
  ),
  secretariatEndpoint(
    'mandates',
    'propose-end',
    PROPOSED,
    fields({ lastDay: day(), deliberation: deliberation() }),
    (payload, { lastDay, ...act }) => proposeMandateChange(payload, { ...act, change: { kind: 'end', lastDay } }),
    refuseOwnMandate,
  ),
  secretariatEndpoint('mandates', 'confirm', 'Confirmé.', NOTHING, confirmMandate, refuseOwnMandate),
  secretariatEndpoint('mandates', 'discard', 'Abandonné.', REASONED, discardMandate, refuseOwnMandate),
]
