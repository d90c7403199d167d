import type { Payload } from 'payload'
import type { z } from 'zod'
import { answer, ANSWER_FORM } from '../../adhesion/actions/answer.ts'
import { changeRepresentative, correct } from '../../adhesion/actions/correct.ts'
import { decline, DECLINING } from '../../adhesion/actions/decline.ts'
import { RESEND_LINK } from '../../adhesion/actions/resend-link.ts'
import { sign, SIGNING } from '../../adhesion/actions/sign.ts'
import { withdraw } from '../../adhesion/actions/withdraw.ts'
import { WRITE } from '../../adhesion/actions/write.ts'
import { EXAMPLE } from '../../adhesion/declaration/example.ts'
import { CORRECTION, REPRESENTATIVE_PART } from '../../adhesion/declaration/schema.ts'
import type { Actor } from '../../adhesion/lifecycle/actor.ts'
import { body } from '../../adhesion/lifecycle/body.ts'
import { denied } from '../../adhesion/lifecycle/denials.ts'
import type { LinkActionName } from '../../adhesion/lifecycle/transitions.ts'
import { actingBy } from '../../adhesion/links/open-link.ts'
import { readSigningBody } from '../../adhesion/signature/signing-body.ts'
import { viewOfFollowUp } from '../../adhesion/views/view-of-follow-up.ts'
import { readOrRefuse } from '../../input/read.ts'
import { linkIn } from '../../lib/caller.ts'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'
import type { Scheme } from '../errors.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond, type Ask } from '../respond.ts'
import { perhapsWithFiles } from '../sent-with-files.ts'
import { linkShown, linkTo } from './link-shown.ts'
import { followedBy, openByLink, readToSign } from './link-view.ts'
import { ACCEPTED } from '../../adhesion/actions/attach-files.ts'
import { fileShownIn } from '../../adhesion/views/files-of-applicant.ts'
import { nothingHere } from '../gate-refusals.ts'
import type { Said } from '../description/said.ts'

const AT = '/by-link'
const BY_LINK: readonly Scheme[] = ['Link']

/** Who follows a file, by the link that they have shown and used. */
type Follower = { payload: Payload; who: { id: string; actor: Actor }; ask: Ask }

type Act = {
  /** The address, under the one at which the link is read. */
  path: string
  /** What is sent, in JSON or as a form with files. */
  custom: ({ body: z.ZodType } | { form: z.ZodType; orJson: true }) & { says?: Said }
  handler: (ask: Ask) => Promise<Response>
}

/** An act by a follow-up link; using the link proves the address that it was sent to, whatever becomes of the act. */
const following = (path: string, custom: Act['custom'], act: (by: Follower) => Promise<object>): Act => ({
  path,
  custom,
  handler: async (ask) => {
    const { payload, headers } = ask.req
    const link = await linkTo('follow-up', { payload, headers })
    const who = await actingBy(payload, link, ask.client)
    return respond(await act({ payload, who, ask }))
  },
})

const CHANGE = body(REPRESENTATIVE_PART)
const NOTHING = body({})
const SIGNED_BY_LINK = SIGNING.omit({ token: true })

const partIn = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

/** How each act of an applicant is asked for by a link: what the table knows of them, and nothing else. */
const ACTS: Readonly<Record<LinkActionName | 'changeRepresentative', Act>> = {
  resendLink: following('resend-link', { body: NOTHING }, async ({ payload, who, ask }) =>
    RESEND_LINK.read(await ask.json())(payload, who),
  ),
  correct: following(
    'correct',
    { body: CORRECTION, says: { example: { rev: 0, motivation: 'Participer aux travaux.' } } },
    async ({ payload, who, ask }) => {
      const { rev: _rev, ...changes } = await ask.json()
      const { rev } = readOrRefuse(CORRECTION, { ...changes, rev: _rev })
      return correct(payload, { ...who, rev, body: changes })
    },
  ),
  changeRepresentative: following(
    'change-representative',
    { body: CHANGE, says: { example: { representative: EXAMPLE.representative } } },
    async ({ payload, who, ask }) => {
      const sent = await ask.json()
      const { rev } = readOrRefuse(CHANGE, sent)
      return changeRepresentative(payload, { ...who, rev, representative: partIn(sent['representative']) })
    },
  ),
  answer: following(
    'answer',
    { form: ANSWER_FORM, orJson: true, says: { example: { answer: 'Douze salariés.' } } },
    async ({ payload, who, ask }) => {
      const { sent, uploads } = await perhapsWithFiles(ask, 'files')
      const { answer: typed, ...beside } = sent
      return answer(payload, { ...who, answer: typed, files: uploads, beside })
    },
  ),
  write: following(
    'message',
    { form: WRITE.body, orJson: true, says: { example: { text: 'Nos statuts suivent.' } } },
    async ({ payload, who, ask }) => {
      const { sent, uploads } = await perhapsWithFiles(ask, 'files')
      return WRITE.read(sent, uploads)(payload, who)
    },
  ),
  withdraw: following('withdraw', { body: NOTHING }, async ({ payload, who, ask }) => {
    // Before anything is tried: from the Bureau's decision on another refusal would come first, and tell of it.
    const view = await viewOfFollowUp(payload, tokenOf(ask))
    if (view.state === 'open' && view.withdrawByRepresentative) throw denied('representative-only')
    const { rev } = readOrRefuse(NOTHING, await ask.json())
    return withdraw(payload, { ...who, rev })
  }),
  decline: {
    path: 'decline',
    custom: { body: DECLINING, says: { example: { reason: 'Le conseil préfère attendre.' } } },
    handler: async (ask) => {
      const { payload, headers } = ask.req
      const link = await linkTo('sign', { payload, headers })
      const { reason, rev } = readOrRefuse(DECLINING, await ask.json())
      return respond(await decline(payload, { link, reason, rev, client: ask.client }))
    },
  },
  sign: {
    path: 'sign',
    custom: { body: SIGNED_BY_LINK, says: { example: { fullName: 'Jeanne Dupont', accept: true } } },
    handler: async (ask) => {
      const { payload, headers } = ask.req
      await linkTo('sign', { payload, headers })
      const read = await readSigningBody(payload, { ...(await ask.json()), token: tokenOf(ask) })
      const { reference, status, signedAt, charterVersion } = await sign(payload, {
        ...read,
        channel: 'api',
        client: ask.client,
      })
      return respond({ reference, status, signedAt, charterVersion })
    },
  },
}

const tokenOf = ({ req: { headers } }: Ask): string => linkIn(headers) ?? ''

const HREF_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACTS).map(([name, { path }]) => [name, `/api/adhesions${AT}/${path}`]),
)

const reading: OwnEndpoint = {
  path: AT,
  method: 'get',
  custom: { schemes: BY_LINK },
  handler: endpoint(async (ask) => {
    const { payload, headers } = ask.req
    const { page } = await linkShown({ payload, headers })
    const told = { payload, token: tokenOf(ask), language: ask.language, hrefOf: HREF_OF }
    return respond(page === 'sign' ? await readToSign(told) : await followedBy(told))
  }),
}

/** A file that was sent with the application, or within what passed between it and the secretariat. */
const readingFile: OwnEndpoint = {
  path: `${AT}/files/:id`,
  method: 'get',
  custom: {
    schemes: BY_LINK,
    says: {
      summary: { fr: 'Lire une pièce', en: 'Read an attached file' },
      produces: Object.keys(ACCEPTED),
    } satisfies Said,
  },
  handler: endpoint(async (ask) => {
    const { payload, headers } = ask.req
    await linkTo('follow-up', { payload, headers })
    const view = await openByLink(payload, tokenOf(ask))
    const file = await fileShownIn(payload, view, ask.param('id'))
    if (!file) throw nothingHere()
    return new Response(file.bytes, { headers: file.headers })
  }),
}

/**
 * The applicant's whole path by the token of their link (`Authorization: Link <token>`): `GET /api/adhesions/by-link` says
 * how the file stands and what is expected, `/files/:id` gives a file of it, `POST /api/adhesions/by-link/<act>` does what the pages do, by the same use-cases.
 */
export const linkEndpoints: OwnEndpoint[] = [
  reading,
  readingFile,
  ...Object.values(ACTS).map(
    ({ path, custom, handler }): OwnEndpoint => ({
      path: `${AT}/${path}`,
      method: 'post',
      custom: { ...custom, schemes: BY_LINK },
      handler: endpoint(handler),
    }),
  ),
]
