import type { Router, Response } from 'express'
import { parseDeclaration } from '../../../adhesion/declaration/parse-declaration.ts'
import { charterInForce } from '../../../charter/in-force.ts'
import { findFirst } from '../../../db/find.ts'
import { submit } from '../../../adhesion/actions/submit.ts'
import { now } from '../../../lib/clock.ts'
import { canonicalJson } from '../../../lib/canonical.ts'
import type { Client } from '../../../lib/caller.ts'
import { sha256 } from '../../../lib/hash.ts'
import { privacyNotice } from '../../../record/privacy/notice.ts'
import { networkKey } from '../../../record/network-key.ts'
import type { Repeatable } from '../../../record/repeats/claim.ts'
import { once } from '../../../record/repeats/once.ts'
import { LONGEST_OPEN } from '../../form-age.ts'
import type { Issue } from '../../../lib/errors.ts'
import { settingsOf } from '../../../lib/settings.ts'
import { askCompanyRegister, type RegisterAnswer } from '../../../organisation/company-register.ts'
import { parseSiret } from '../../../organisation/siret.ts'
import { clientOf } from '../../client.ts'
import { JOIN, LOST_LINK } from '../../fixed-pages.ts'
import { declaredIn } from '../declaration-form.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, textIn, type Fields } from '../../fields.ts'
import { LEAVES_AT, leavesAtParam, readLeavesAt } from '../../leaves-at.ts'
import { problemOf, stampOf } from '../../open-form.ts'
import { refusalFor, refusalIn } from '../../refusal.ts'
import type { Site } from '../../site.ts'
import { sendPublicPage } from '../../kept/answer.ts'
import type { FormState } from '../../views/form/form-state.ts'
import { JOINING_GROUPS, NOTICE_READ } from './fields.ts'
import { JoinPage, type Told } from './join-page.tsx'
import { ClosedPage } from './closed-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { readSentProof, SENT_PROOF, sentProof } from './sent-proof.ts'
import { SentPage } from './sent-page.tsx'
import { JOINING_TEXTS as T } from './texts.ts'

const REVIEW = `${JOIN}/verifier`
const CHANGE = `${JOIN}/modifier`
const SIRET = `${JOIN}/siret`
const SEND = `${JOIN}/envoyer`
const SENT = `${JOIN}/merci`

const IN_PROGRESS = 'adhesion-in-progress'

/** Joining by the site's form: the use-case and the rules of the API, read over before it is sent. */
export function joiningRoutes(site: Site): Router {
  const { payload } = site
  const router = exactRouter()

  // What was typed is nobody's to keep, and each form has a time of its own.
  router.use(JOIN, (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  router.get(JOIN, (_req, res) => sendForm(site, res, {}))
  router.get([REVIEW, CHANGE, SIRET, SEND], (_req, res) => res.redirect(303, JOIN))

  router.post(CHANGE, (req, res) => sendForm(site, res, { fields: fieldsOf(req) }))

  router.post(SIRET, async (req, res) => {
    const fields = fieldsOf(req)
    const register = settingsOf(payload).COMPANY_REGISTER_URL
    if (register === undefined) {
      await sendForm(site, res, { fields })
      return
    }
    const read = parseSiret(textIn(fields, 'organisation.siret'))
    if ('issue' in read) {
      await sendForm(site, res, { status: 400, fields, issues: [{ path: 'organisation.siret', ...read.issue }] })
      return
    }
    const answer = await askCompanyRegister(register, read.siret)
    if (answer.state === 'away') payload.logger.warn({ reason: answer.reason, msg: 'The company register is away' })
    await sendForm(site, res, { fields: { ...fields, ...filledIn(answer) }, told: toldOf(answer) })
  })

  router.post(REVIEW, async (req, res) => {
    const fields = fieldsOf(req)
    const read = readForm(site, fields)
    if (read.ok) await sendReview(site, res, fields, read.warnings)
    else await sendForm(site, res, { ...read.form, fields })
  })

  router.post(SEND, async (req, res) => {
    const fields = fieldsOf(req)
    const read = readForm(site, fields)
    if (!read.ok) {
      await sendForm(site, res, { ...read.form, fields })
      return
    }
    try {
      const client = clientOf(req)
      const sent = await once(payload, asSent(site, fields, client), async () => {
        const { declaration, warnings } = read
        const { doc, mailWaitsUntil } = await submit(payload, { declaration, warnings, client })
        const waits = mailWaitsUntil ? `&${leavesAtParam(settingsOf(payload).TOKEN_SECRET, mailWaitsUntil)}` : ''
        return `${SENT}?reference=${doc.reference}&${sentProof(settingsOf(payload).TOKEN_SECRET, doc.reference, now())}${waits}`
      })
      res.redirect(303, sent)
    } catch (error) {
      const refusal = refusalFor(refusalIn(error), 'awaiting-signature')
      await sendForm(site, res, { ...refusal, fields, inProgress: refusal.code === IN_PROGRESS })
    }
  })

  router.get(SENT, async (req, res) => {
    const { reference } = req.query
    const { TOKEN_SECRET } = settingsOf(payload)
    const proof =
      typeof reference === 'string' ? readSentProof(TOKEN_SECRET, reference, req.query[SENT_PROOF], now()) : null
    // Nothing was sent by who made up an address: what they may look for is the link of what was.
    if (typeof reference !== 'string' || !proof) {
      res.redirect(303, LOST_LINK)
      return
    }
    const sentTo = proof.isRecent ? await sentToOf(payload, reference) : null
    const waitsUntil = readLeavesAt(TOKEN_SECRET, req.query[LEAVES_AT], now())
    await sendPublicPage(
      res,
      200,
      <SentPage
        chrome={await site.chromes.of('fr', JOIN)}
        reference={reference}
        sentTo={sentTo}
        mailWaitsUntil={waitsUntil}
        lostLinkHref={LOST_LINK}
      />,
    )
  })
  return router
}

/** The addresses to which the e-mails of an application go. */
async function sentToOf(payload: Site['payload'], reference: string) {
  const file = await findFirst({ payload }, 'adhesions', { where: { reference: { equals: reference } } })
  const representative = file?.representative?.email
  return representative ? { representative, contact: file?.contact?.email ?? null } : null
}

/** One showing of the form, told by its stamp, with one content: sent twice it is one application. */
function asSent({ payload }: Site, fields: Fields, { ip }: Client): Repeatable {
  const body = canonicalJson(fields)
  return {
    caller: `network:${networkKey(payload, ip)}`,
    route: `POST ${SEND}`,
    key: sha256(body),
    body,
    keptFor: LONGEST_OPEN,
    afterLostAnswer: 'repeat',
  }
}

type Read =
  | Extract<ReturnType<typeof parseDeclaration>, { ok: true }>
  | { ok: false; form: { status: number; issues?: readonly Issue[]; problem?: string } }

/** The form as a declaration, or what is wrong with it: a machine's, an old one, faults of the fields. */
function readForm(site: Site, fields: Fields): Read {
  const problem = problemOf(site, 'joining', fields)
  if (problem !== null) return { ok: false, form: { status: 400, problem } }
  const read = parseDeclaration({
    ...declaredIn(fields, JOINING_GROUPS),
    privacyNoticeRead: textIn(fields, NOTICE_READ.path) === 'true',
  })
  return read.ok ? read : { ok: false, form: { status: 400, issues: read.issues } }
}

function filledIn(answer: RegisterAnswer): Record<string, string> {
  if (answer.state !== 'found') return {}
  const { legalName, acronym, address } = answer.organisation
  const given: [string, string | undefined][] = [
    ['organisation.legalName', legalName || undefined],
    ['organisation.acronym', acronym],
    ['organisation.address.line1', address.line1],
    ['organisation.address.postalCode', address.postalCode],
    ['organisation.address.city', address.city],
  ]
  return Object.fromEntries(given.filter((each): each is [string, string] => each[1] !== undefined))
}

function toldOf(answer: RegisterAnswer): Told {
  const { foundTitle, found, closed, unknownTitle, unknown, awayTitle, away } = T.register
  if (answer.state === 'unknown' || (answer.state === 'found' && answer.organisation.legalName === ''))
    return { tone: 'warn', title: unknownTitle, text: unknown }
  if (answer.state === 'away') return { tone: 'warn', title: awayTitle, text: away }
  const { legalName, closed: isClosed } = answer.organisation
  return isClosed
    ? { tone: 'warn', title: foundTitle, text: `${found(legalName)} ${closed}` }
    : { tone: 'good', title: foundTitle, text: found(legalName) }
}

type Shown = Pick<FormState, 'issues' | 'problem'> & {
  status?: number
  fields?: Fields
  told?: Told
  inProgress?: boolean
}

/** A form comes with a new time of showing each time, and with all that was typed. */
async function sendForm(
  site: Site,
  res: Response,
  { status = 200, fields = {}, issues, problem, told, inProgress = false }: Shown,
): Promise<void> {
  const { COMPANY_REGISTER_URL, PUBLIC_URL } = settingsOf(site.payload)
  const [forMembers, forPartners] = await Promise.all([
    charterInForce(site.payload, 'member', now()),
    charterInForce(site.payload, 'partner', now()),
  ])
  if (!forMembers && !forPartners) {
    const chrome = await site.chromes.of('fr', JOIN)
    await sendPublicPage(res, 200, <ClosedPage chrome={chrome} canonical={PUBLIC_URL + JOIN} />)
    return
  }
  await sendPublicPage(
    res,
    status,
    <JoinPage
      chrome={await site.chromes.of('fr', JOIN)}
      canonical={PUBLIC_URL + JOIN}
      notice={(await privacyNotice(site, 'fr')).paragraphs}
      siretAction={COMPANY_REGISTER_URL === undefined ? null : SIRET}
      told={told}
      closedTo={forMembers ? (forPartners ? undefined : 'partner') : 'member'}
      lostLinkHref={inProgress ? LOST_LINK : undefined}
      form={{
        action: REVIEW,
        hidden: stampOf(site, 'joining'),
        values: fields,
        ...(issues ? { issues } : {}),
        problem,
      }}
    />,
  )
}

async function sendReview(site: Site, res: Response, fields: Fields, warnings: readonly Issue[]): Promise<void> {
  const asked = [...JOINING_GROUPS.flatMap((group) => group.fields), NOTICE_READ].map(({ path }) => path)
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => asked.includes(name)))
  await sendPublicPage(
    res,
    200,
    <ReviewPage
      chrome={await site.chromes.of('fr', JOIN)}
      form={{ action: SEND, hidden: stampOf(site, 'joining'), values }}
      changeAction={CHANGE}
      warnings={warnings}
    />,
  )
}
