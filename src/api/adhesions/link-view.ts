import type { Payload } from 'payload'
import { declarationSent } from '../../adhesion/declaration/correction.ts'
import { linkUnknown } from '../../adhesion/links/dead-link.ts'
import { denied } from '../../adhesion/lifecycle/denials.ts'
import { TURNS } from '../../adhesion/lifecycle/states.ts'
import { viewOfFollowUp, type FollowUpView } from '../../adhesion/views/view-of-follow-up.ts'
import { viewOfSigning, type SigningView } from '../../adhesion/views/view-of-signing.ts'
import type { JsonObject } from '../../lib/json-object.ts'
import { own } from '../../lib/own.ts'
import type { Language } from '../language.ts'
import { deadLinkOf } from './link-shown.ts'

/** What may be asked for by a link, with the address that it is sent to. */
type Offer = { name: string; method: 'POST'; href: string }

type Told = { payload: Payload; token: string; language: Language; hrefOf: Readonly<Record<string, string>> }

const offers = (names: Iterable<string>, hrefOf: Told['hrefOf']): Offer[] =>
  [...names].flatMap((name) => {
    const href = own<string | undefined>(hrefOf, name)
    return href === undefined ? [] : [{ name, method: 'POST' as const, href }]
  })

/** What a follow-up link shows. @throws DomainError 401 `link-unknown`; 410 for a link that opens nothing any more */
export async function openByLink(payload: Payload, token: string): Promise<Open> {
  const view = await viewOfFollowUp(payload, token)
  if (view.state === 'dead') throw deadLinkOf(view.problem) ?? linkUnknown()
  return view
}

/**
 * A file as who follows it may know it: how it stands, whose turn it is, what is asked, what was declared as it may be sent
 * again, what happened, and what may be done now.
 * @throws DomainError 401 `link-unknown`; 410 for a link that opens nothing any more
 */
export async function followedBy({ payload, token, hrefOf }: Told): Promise<JsonObject> {
  const view = await openByLink(payload, token)
  const { file, request, declaration, offered, mailWaitsUntil, messages, files, limits } = view
  const { state, ...doc } = file
  return {
    link: view.purpose,
    doc: { id: view.adhesionId, status: state, rev: view.rev, signed: view.isSigned, ...doc },
    expected: expectedOf(view),
    ...(request ? { request } : {}),
    declaration: declarationSent(declaration),
    messages,
    files: files.map((each) => ({ ...each, href: `/api/adhesions/by-link/files/${each.id}` })),
    limits,
    history: view.history,
    actions: offers(offered, hrefOf),
    ...(mailWaitsUntil ? { mailWaitsUntil } : {}),
  }
}

type Open = Extract<FollowUpView, { state: 'open' }>

/** Whose turn it is, for what, and until when. */
function expectedOf({ file: { state, signBefore }, request }: Open): JsonObject {
  const what = state === 'awaiting-signature' ? 'signature' : request ? 'answer' : null
  return { by: TURNS[state], what, before: signBefore ?? request?.deadline ?? null }
}

/**
 * What a representative reads before they sign, or the signature that stands.
 * @throws DomainError 401 `link-unknown`; 410 for a link that opens nothing any more
 */
export async function readToSign({ payload, token, language, hrefOf }: Told): Promise<JsonObject> {
  const view = await viewOfSigning(payload, token)
  if (view.state === 'dead') throw deadLinkOf(view.problem) ?? linkUnknown()
  if (view.state === 'signed') {
    const { reference, kind, organisationName, signature } = view
    return { link: 'sign', doc: { reference, kind, organisationName, signed: true }, signature, actions: [] }
  }
  if (view.state === 'declined') {
    const { reference, kind, organisationName } = view
    return { link: 'sign', doc: { reference, kind, organisationName, status: 'closed', signed: false }, actions: [] }
  }
  return toSign(view, language, hrefOf)
}

function toSign(
  { applicant, charter, consentSentence, refused }: Extract<SigningView, { state: 'to-sign' }>,
  language: Language,
  hrefOf: Told['hrefOf'],
): JsonObject {
  return {
    link: 'sign',
    doc: { status: 'awaiting-signature', signed: false, ...applicant },
    expected: { by: 'representative', what: 'signature' },
    charter,
    consentSentence,
    ...(refused ? { refused: { code: refused, message: denied(refused).messages[language] } } : {}),
    actions: offers(refused ? ['decline'] : ['sign', 'decline'], hrefOf),
  }
}
