import type { Payload, PayloadRequest } from 'payload'
import type { Competence } from '../governance/competences.ts'
import { mandateFacts, peopleFacts } from '../governance/facts.ts'
import type { MandateFacts, PersonFacts } from '../governance/mandate-facts.ts'
import { bodyWithCompetence } from '../governance/mandates.ts'
import { onceARequest } from '../lib/once-a-request.ts'
import type { GovernanceBody } from '../payload-types.ts'

/** Every person, read once a request. */
export const everyPerson = (payload: Payload, req: PayloadRequest): Promise<PersonFacts[]> =>
  onceARequest(req, 'people', () => peopleFacts(payload, req))

/** Every mandate that ever was, read once a request. */
export const everyMandate = (payload: Payload, req: PayloadRequest): Promise<MandateFacts[]> =>
  onceARequest(req, 'mandates', () => mandateFacts(payload, req))

/** The body that decides what a competence is about, read once a request; null while none has it. */
export const decidingBody = (
  payload: Payload,
  req: PayloadRequest,
  competence: Competence,
): Promise<GovernanceBody | null> =>
  onceARequest(req, `body:${competence}`, () => bodyWithCompetence(payload, competence, req))
