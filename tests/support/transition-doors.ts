import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { SYSTEM } from '../../src/adhesion/lifecycle/actor.ts'
import { closeRound } from '../../src/adhesion/actions/close-round.ts'
import { correct } from '../../src/adhesion/actions/correct.ts'
import { ANONYMISE } from '../../src/adhesion/actions/anonymise.ts'
import { ERASE } from '../../src/adhesion/actions/erase.ts'
import { expire } from '../../src/adhesion/actions/expire.ts'
import { rebind } from '../../src/adhesion/actions/rebind.ts'
import { resendLink } from '../../src/adhesion/actions/resend-link.ts'
import { STAFF_ACTIONS, type TransitionName } from '../../src/adhesion/lifecycle/transitions.ts'
import { withdraw } from '../../src/adhesion/actions/withdraw.ts'
import { nothingHere } from '../../src/api/gate-refusals.ts'
import { addDays, parisDay } from '../../src/lib/dates.ts'
import { isDomainError } from '../../src/lib/errors.ts'
import { fileOf } from './bureau.ts'
import type { Company, Place, Who } from './cast.ts'
import type { TestDoor } from './door.ts'
import { application } from './factories.ts'
import { fieldsOn, visitor } from './site.ts'
import type { Standing } from './standing-files.ts'
import { after, minutes, REFUSAL } from './stories.ts'
import { answerForApplicant, answerQuestion, attach } from './actions.ts'

/** What came back: the status, and the code and state that the answer names (a page names none). */
export type Heard = { status: number; code?: string | undefined; state?: string | undefined }

/** Somebody before a file; `where` is the story of the file. */
export type Attempt = { who: Who; file: Standing; where: string; company: Company; door: TestDoor }

type Door = {
  /** `POST /api/adhesions/:id/<endpoint>`, with what is sent. */
  endpoint?: string
  body?: (attempt: Attempt) => unknown
  /** By a link of one's own. */
  link?: (token: string, attempt: Attempt) => Promise<Heard>
  /** What the system calls, where that is not the endpoint's use-case. */
  clock?: (attempt: Attempt) => Promise<{ status: string }>
  /** The same for everybody. */
  anybody?: (attempt: Attempt) => Promise<Heard>
}

const fresh = (word: string): string => `${word} ${randomUUID()}`
const withReason = () => ({ reason: fresh('Motif') })
/** A link that nobody was given. */
const MADE_UP = 'x'.repeat(43)
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

type Answer = { status?: string; doc?: { status: string }; errors?: { code?: string; message: string }[] }

/** What the front door says where no route is; a file that there is not has the same code. */
const NOTHING = nothingHere().messages.fr

async function api({ door, company, who }: Attempt, path: string, body: unknown): Promise<Heard> {
  const session = company.sessions.get(who)
  const form = body instanceof FormData
  const headers = {
    ...(session ? { Authorization: `JWT ${session}` } : {}),
    ...(form ? {} : { 'Content-Type': 'application/json' }),
  }
  const response = await fetch(`${door.url}/api/adhesions${path}`, {
    method: 'POST',
    headers,
    body: form ? body : JSON.stringify(body),
  })
  const { status, doc, errors: [error] = [] }: Answer = JSON.parse(await response.text())
  return {
    status: response.status,
    code: error?.message === NOTHING ? 'no-such-address' : error?.code,
    state: doc?.status ?? status,
  }
}

const page =
  (
    act: string,
    fields: (attempt: Attempt, token: string) => Promise<URLSearchParams> | URLSearchParams = () =>
      new URLSearchParams(),
  ): NonNullable<Door['link']> =>
  async (token, attempt) => {
    const { status } = await visitor(attempt.door).post(`/adhesion/suivi/${token}/${act}`, await fields(attempt, token))
    return { status }
  }

/** The form of a correction as it stands, with something changed; where there is none, the change alone. */
const corrected =
  (name: string) =>
  async ({ door }: Attempt, token: string): Promise<URLSearchParams> => {
    const fields =
      token === MADE_UP ? new URLSearchParams() : fieldsOn(await visitor(door).get(`/adhesion/suivi/${token}/corriger`))
    fields.set(name, fresh('Autre'))
    return fields
  }

const correction = (path: string, body: () => Record<string, unknown>): Door => ({
  link: page('corriger', corrected(path)),
  clock: ({ company, file }) => correct(company.house.payload, { id: file.id, actor: SYSTEM, body: body() }),
})

/** The organisation of a file applies again; one that is ended, each time by another representative. */
async function appliesAgain(attempt: Attempt): Promise<Heard> {
  const {
    company: { house },
    file,
    where,
  } = attempt
  if (where === '—') return api(attempt, '', application())
  const { organisation, representative } = await fileOf(house.payload, file.id)
  const email = ['R', 'C', 'W', 'X'].includes(where) ? `${randomUUID()}@organisme.example` : representative?.email
  return api(attempt, '', application({ organisation: { siret: organisation.siret }, representative: { email } }))
}

/** Three of the Bureau who may judge the application of a story, or the two that are left. */
function presentAt(where: string): Place[] {
  if (where.startsWith('B, nobody presides')) return ['elector', 'extra']
  return [where.startsWith('B-chair') ? 'extra' : 'chair', 'vice', 'elector']
}

/** How each transition is asked for, in the ways that differ. */
export const DOORS = {
  submit: { anybody: appliesAgain },
  resendLink: {
    endpoint: 'resend-link',
    link: page('renvoyer'),
    clock: ({ company, file }) => resendLink(company.house.payload, { id: file.id, actor: SYSTEM }),
  },
  correct: correction('motivation', () => ({ motivation: fresh('Autre') })),
  'correct what is signed': correction('organisation.legalName', () => ({
    organisation: { legalName: fresh('Autre') },
  })),
  sign: { link: (token, attempt) => api(attempt, '/sign', { token, fullName: 'Jeanne Martin', accept: true }) },
  rebind: { endpoint: 'rebind', clock: ({ company, file }) => rebind(company.house.payload, file.id) },
  expire: { endpoint: 'expire', clock: ({ company, file }) => after(61, () => expire(company.house.payload, file.id)) },
  claim: { endpoint: 'claim' },
  release: { endpoint: 'release' },
  requestInformation: {
    endpoint: 'request-information',
    body: () => ({ question: fresh('Combien'), deadline: addDays(parisDay(new Date()), 8) }),
  },
  answer: {
    endpoint: 'answer',
    body: () => ({ answer: fresh('Douze'), source: 'letter' }),
    link: page('repondre', () => new URLSearchParams({ answer: fresh('Douze') })),
    clock: ({ company, file }) =>
      answerForApplicant(company.house.payload, { id: file.id, actor: SYSTEM, answer: 'Douze', source: 'letter' }),
  },
  cancelRequest: { endpoint: 'cancel-request', body: withReason },
  putToBureau: { endpoint: 'put-to-bureau', body: () => ({ powerToBind: { source: fresh('Registre') } }) },
  // In V everybody voted for, and the same choice again is no change.
  castVote: {
    endpoint: 'vote',
    body: ({ where }) => ({ choice: where === 'B+against' || where === 'V' ? 'against' : 'for' }),
  },
  closeRound: {
    endpoint: 'close-round',
    clock: ({ company, file }) => after(11, () => closeRound(company.house.payload, file.id)),
  },
  sendBack: { endpoint: 'send-back', body: withReason },
  reinstate: { endpoint: 'reinstate', body: withReason },
  answerQuestion: {
    endpoint: 'answer-question',
    body: ({ company }) => ({ person: company.seated('extra').person.id, answer: 'no-conflict', ...withReason() }),
    clock: ({ company, file }) =>
      answerQuestion(company.house.payload, {
        id: file.id,
        actor: SYSTEM,
        person: company.seated('extra').person.id,
        answer: 'no-conflict',
        reason: fresh('Motif'),
      }),
  },
  recordSessionDecision: {
    endpoint: 'record-session-decision',
    body: ({ company, where }) => {
      const { sessionDay, minutesReference, present, votes } = minutes(company, presentAt(where))
      // Where neither chair nor vice-chair may judge, the minutes say who presided.
      const presiding = where.startsWith('B, nobody presides') ? { presiding: present[0] } : {}
      return { sessionDay, minutesReference, present, ...votes, ...presiding }
    },
  },
  cancelSessionRecord: { endpoint: 'cancel-session-record', body: withReason },
  disputeSessionRecord: { endpoint: 'dispute-session-record', body: withReason },
  confirmSessionDecision: { endpoint: 'confirm-session-decision' },
  notifyRefusal: {
    endpoint: 'notify-refusal',
    body: ({ where }) => ({ text: where === 'R+text' ? REFUSAL : fresh(REFUSAL) }),
  },
  askNewSignature: { endpoint: 'ask-new-signature' },
  correctOnBehalf: {
    endpoint: 'correct-on-behalf',
    body: () => ({ motivation: fresh('Autre'), source: 'letter' }),
  },
  decline: {
    link: async (token, { door }) => ({
      status: (await visitor(door).post(`/adhesion/signature/${token}/refuser`, new URLSearchParams())).status,
    }),
  },
  withdraw: {
    link: page('retirer'),
    clock: ({ company, file }) => withdraw(company.house.payload, { id: file.id, actor: SYSTEM }),
  },
  close: { endpoint: 'close', body: () => ({ reason: 'duplicate' }) },
  reopen: { endpoint: 'reopen', body: () => ({ ...withReason(), minutesReference: 'PV 2026-12' }) },
  note: { endpoint: 'note', body: () => ({ text: fresh('À relire') }) },
  attach: {
    endpoint: 'attach',
    body: () => {
      const form = new FormData()
      form.set('file', new File([PDF], 'statuts.pdf', { type: 'application/pdf' }))
      return form
    },
    clock: ({ company, file }) =>
      attach(company.house.payload, { id: file.id, actor: SYSTEM, files: [{ name: 'statuts.pdf', data: PDF }] }),
  },
  erase: {
    endpoint: 'erase',
    body: async ({ company, file }) => ({
      entry: (await entryOf(company.house.payload, file.id)) ?? 'nothing',
      ...withReason(),
    }),
    clock: ({ company, file }) =>
      ERASE.run(company.house.payload, { id: file.id, actor: SYSTEM, entry: 'nothing', ...withReason() }),
  },
  write: {
    endpoint: 'write',
    body: () => ({ text: fresh('Bonjour') }),
    link: page('ecrire', () => new URLSearchParams({ text: fresh('Bonjour') })),
  },
  anonymise: {
    endpoint: 'anonymise',
    clock: ({ company, file }) => ANONYMISE.run(company.house.payload, { id: file.id, actor: SYSTEM }),
  },
} as const satisfies Partial<Record<TransitionName | 'correct what is signed', Door>>

export type DoorName = keyof typeof DOORS
export const isDoor = (name: string): name is DoorName => Object.hasOwn(DOORS, name)

/** The transition that a row of the table is about. */
export const transitionOf = (name: DoorName): TransitionName => (name === 'correct what is signed' ? 'correct' : name)

/** Tries it; null where somebody has no way at all to ask. */
export async function tried(name: DoorName, attempt: Attempt): Promise<Heard | null> {
  const door: Door = DOORS[name]
  const { who, file } = attempt
  if (who === 'clock') return byClock(door, attempt)
  if (door.anybody) return door.anybody(attempt)
  const linked = who === 'contact' || who === 'representative'
  if (door.link && (linked || !door.endpoint)) return door.link(tokenOf(name, who, file), attempt)
  return api(attempt, `/${file.id}/${door.endpoint ?? name}`, (await door.body?.(attempt)) ?? {})
}

function tokenOf(name: DoorName, who: Who, { tokens }: Standing): string {
  if (who === 'representative')
    return tokens[name === 'sign' || name === 'decline' ? 'sign' : 'representative-follow-up']
  return who === 'contact' ? tokens['follow-up'] : MADE_UP
}

async function byClock({ endpoint, body, clock }: Door, attempt: Attempt): Promise<Heard | null> {
  const {
    company: {
      house: { payload },
    },
    file: { id },
  } = attempt
  const act = clock ? () => clock(attempt) : byUseCase(endpoint, body?.(attempt) ?? {})
  if (!act) return null
  try {
    const outcome: object = await act(payload, { id, actor: SYSTEM })
    return { status: 200, state: 'status' in outcome ? String(outcome.status) : undefined }
  } catch (error) {
    if (!isDomainError(error)) throw error
    return { status: error.status, code: error.code, state: String(error.extra['status']) }
  }
}

/** A note of an application, by its id. */
async function entryOf(payload: Payload, id: string): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection: 'journal',
    where: { and: [{ subject: { equals: `adhesion:${id}` } }, { type: { equals: 'noted' } }] },
    overrideAccess: true,
  })
  return docs[0]?.id
}

/** What an endpoint calls, with the body that it is sent. */
const byUseCase = (endpoint: string | undefined, body: unknown) =>
  STAFF_ACTIONS.find((each) => each.endpoint === endpoint)?.read(body)
