import { refuseOwnMandate } from '../../governance/concerns.ts'
import { enterMandate } from '../../governance/enter-mandate.ts'
import { confirmMandate, discardMandate, proposeMandateChange } from '../../governance/change-mandate.ts'
import { MANDATE_ROLES } from '../../governance/mandate-facts.ts'
import type { MandateChange } from '../../governance/mandate-change.ts'
import { BodyReader } from '../adhesions/body.ts'
import { endpoint, respond } from '../respond.ts'
import {
  asSeenBy,
  clerkOf,
  createdObject,
  readNothing,
  readReason,
  secretariatEndpoint,
  type OwnEndpoint,
} from './secretariat-endpoint.ts'

const ID = 64
const DELIBERATION = 200

/** What the panel's form sends of its own accord. */
const OWN_FIELDS = ['title', 'confirmed', 'enteredBy', 'confirmedBy', 'confirmedAt', 'rev', 'pending']

const optionalDay = (reader: BodyReader, name: string): string | null =>
  reader.has(name) && reader.optionalText(name, 10) !== undefined ? reader.day(name) : null

const create: OwnEndpoint = {
  path: '/',
  method: 'post',
  handler: endpoint(async (ask) => {
    const clerk = clerkOf(ask)
    const { body } = await createdObject(ask, OWN_FIELDS)
    const reader = new BodyReader(body)
    const mandate = {
      person: reader.text('person', ID),
      body: reader.text('body', ID),
      role: reader.choice('role', MANDATE_ROLES) ?? 'member',
      onBehalfOf: reader.optionalText('onBehalfOf', ID) ?? null,
      firstDay: reader.day('firstDay'),
      lastDay: optionalDay(reader, 'lastDay'),
      deliberation: reader.text('deliberation', DELIBERATION),
    }
    reader.end()
    const { id } = await enterMandate(ask.req.payload, { clerk, ...mandate })
    return respond(
      {
        message: 'Mandat saisi\u00a0: une seconde personne du secrétariat doit le confirmer.',
        doc: await asSeenBy(ask.req, 'mandates', id),
      },
      201,
    )
  }),
}

function readChange(reader: BodyReader): { change: MandateChange; deliberation: string } {
  const change: MandateChange = {
    kind: 'change',
    ...(reader.has('role') ? { role: reader.choice('role', MANDATE_ROLES) ?? 'member' } : {}),
    ...(reader.has('onBehalfOf') ? { onBehalfOf: reader.optionalText('onBehalfOf', ID) ?? null } : {}),
    ...(reader.has('firstDay') ? { firstDay: reader.day('firstDay') } : {}),
    ...(reader.has('lastDay') ? { lastDay: optionalDay(reader, 'lastDay') } : {}),
  }
  const deliberation = reader.text('deliberation', DELIBERATION)
  reader.end()
  return { change, deliberation }
}

function readEnd(reader: BodyReader): { change: MandateChange; deliberation: string } {
  const change: MandateChange = { kind: 'end', lastDay: reader.day('lastDay') }
  const deliberation = reader.text('deliberation', DELIBERATION)
  reader.end()
  return { change, deliberation }
}

const PROPOSED = 'Changement proposé\u00a0: une seconde personne du secrétariat doit le confirmer.'

/** `POST /api/mandates` and what the secretariat does on one. */
export const mandateEndpoints: OwnEndpoint[] = [
  create,
  secretariatEndpoint(
    'mandates',
    'propose-change',
    PROPOSED,
    (reader) => {
      const values = readChange(reader)
      return ({ payload, ...act }) => proposeMandateChange(payload, { ...act, ...values })
    },
    refuseOwnMandate,
  ),
  secretariatEndpoint(
    'mandates',
    'propose-end',
    PROPOSED,
    (reader) => {
      const values = readEnd(reader)
      return ({ payload, ...act }) => proposeMandateChange(payload, { ...act, ...values })
    },
    refuseOwnMandate,
  ),
  secretariatEndpoint(
    'mandates',
    'confirm',
    'Confirmé.',
    (reader) => {
      readNothing(reader)
      return ({ payload, ...act }) => confirmMandate(payload, act)
    },
    refuseOwnMandate,
  ),
  secretariatEndpoint(
    'mandates',
    'discard',
    'Abandonné.',
    (reader) => {
      const values = readReason(reader)
      return ({ payload, ...act }) => discardMandate(payload, { ...act, ...values })
    },
    refuseOwnMandate,
  ),
]
