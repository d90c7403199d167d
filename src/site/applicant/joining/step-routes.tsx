import type { NextFunction, Request, Response, Router } from 'express'
import type { ParsedDeclaration } from '../../../adhesion/declaration/parse-declaration.ts'
import { keepJoinDraft, readJoinDraft, type DraftValues } from '../../../adhesion/join-drafts.ts'
import type { Issue } from '../../../lib/errors.ts'
import { privacyNotice } from '../../../record/privacy/notice.ts'
import { LOST_LINK } from '../../fixed-pages.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, listIn, textIn, type Fields } from '../../fields.ts'
import { problemOf, stampOf } from '../../open-form.ts'
import { refusalFor, refusalIn, type Refusal } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import { FORM_TEXTS } from '../../views/form/texts.ts'
import { DRAFT_STEP, FAULTY, PROBLEM, RETURN, stepHref } from './addresses.ts'
import { Answers } from './answers.tsx'
import { GonePage } from './gone-page.tsx'
import { filledInByRegister, toldByRegister } from './register.ts'
import { sendDraft } from './send-draft.ts'
import { StepPage } from './step-page.tsx'
import { issuesIn, judged, partsOf, stepAfter, stepBefore, stepNamed, stepsFor, type Step } from './steps.ts'
import { JOINING_TEXTS as T } from './texts.ts'

const IN_PROGRESS = 'adhesion-in-progress'

/** An application that is open, at one of its steps. */
type At = { token: string; step: Step; values: DraftValues; read: ParsedDeclaration; isReturning: boolean }

const asJudged = (values: DraftValues): Pick<At, 'values' | 'read'> => ({ values, read: judged(values) })

type StepRequest = Request<{ token: string; step: string }>
type Act = (at: At, req: StepRequest, res: Response) => Promise<void>

/**
 * The steps of joining. What is sent is kept and answered by an address, be it right or wrong: Back, Forward and a reload show a step as
 * it stands, and never ask to send again.
 */
export function stepRoutes(site: Site): Router {
  const router = exactRouter()
  const onOpen = (act: Act) => async (req: StepRequest, res: Response, next: NextFunction) => {
    const { token } = req.params
    const draft = await readJoinDraft(site.payload, token)
    if (draft?.kind === 'sent') res.redirect(303, draft.to)
    else if (!draft) sendPage(res, 404, <GonePage chrome={await site.chromes.of('fr')} />)
    else {
      const step = stepNamed(req.params.step, draft.values)
      if (step)
        await act({ ...asJudged(draft.values), token, step, isReturning: req.query[RETURN] === 'verifier' }, req, res)
      else next()
    }
  }
  router.get(
    DRAFT_STEP,
    onOpen((at, req, res) => show(site, at, req, res)),
  )
  router.post(
    DRAFT_STEP,
    onOpen((at, req, res) => take(site, at, req, res)),
  )
  return router
}

/** Shows a step; one that a wrong answer stands before leads to that. */
async function show(site: Site, at: At, req: StepRequest, res: Response): Promise<void> {
  const { token, step, values, read } = at
  const unanswered = firstWrongBefore(at)
  if (unanswered && unanswered !== step) {
    res.redirect(303, stepHref(token, unanswered, step === 'verifier' ? { [FAULTY]: '1' } : {}))
    return
  }
  const isFaulty = req.query[FAULTY] !== undefined
  const issues = isFaulty && !read.ok ? issuesIn(step, values, read.issues) : []
  await sendStep(site, at, res, { status: 200, issues, problem: problemNamed(req.query[PROBLEM]) })
}

/** The first step whose answers do not stand: of all before the last one, else whether who one is was told. */
function firstWrongBefore({ step, values, read }: At): Step | undefined {
  const wrong = read.ok ? [] : stepsFor(values).filter((each) => issuesIn(each, values, read.issues).length > 0)
  const before = step === 'verifier' ? wrong : wrong.filter((each) => each === 'vous')
  return before.find((each) => each !== 'verifier')
}

/** Keeps what was sent of a step, and leads on: to the next, back to the reading over, or to what is wrong. */
async function take(site: Site, at: At, req: StepRequest, res: Response): Promise<void> {
  const { token, step, isReturning } = at
  const { payload } = site
  const fields = fieldsOf(req)
  const answered = { ...at.values, ...broughtTo(step, at.values, fields) }
  const values = step === 'siret' ? await filledInByRegister(payload, answered) : answered
  const again = (says: Record<string, string>) =>
    res.redirect(303, stepHref(token, step, { ...says, ...(isReturning ? { [RETURN]: 'verifier' } : {}) }))
  if (!(await keepJoinDraft(payload, token, values))) {
    again({ [PROBLEM]: 'longueur' })
    return
  }
  const problem = problemOf(site, 'joining', fields)
  if (problem !== null) {
    again({ [PROBLEM]: problem === FORM_TEXTS.trapFilled ? 'champ' : 'duree' })
    return
  }
  const read = judged(values)
  if (!read.ok && issuesIn(step, values, read.issues).length > 0) again({ [FAULTY]: '1' })
  else if (step !== 'verifier') res.redirect(303, stepHref(token, isReturning ? 'verifier' : stepAfter(step, values)))
  else if (!read.ok) res.redirect(303, stepHref(token, 'verifier'))
  else {
    try {
      res.redirect(303, await sendDraft(site, req, token, read))
    } catch (error) {
      await sendStep(site, { ...at, values, read }, res, refusalFor(refusalIn(error), 'awaiting-signature'))
    }
  }
}

/** What a form of a step brought: of each of its fields, and of no other. */
const broughtTo = (step: Step, values: DraftValues, fields: Fields): DraftValues =>
  Object.fromEntries(
    partsOf(step, values).flatMap((part) =>
      part.fields.map(({ path, control }) => [
        path,
        control === 'checkboxes' ? [...listIn(fields, path)] : textIn(fields, path),
      ]),
    ),
  )

const PROBLEMS: ReadonlyMap<unknown, string> = new Map([
  ['champ', FORM_TEXTS.trapFilled],
  ['duree', FORM_TEXTS.tooOld],
  ['longueur', T.tooMuch],
])
const problemNamed = (name: unknown): string | undefined => PROBLEMS.get(name)

type Shown = Pick<Refusal, 'status' | 'problem'> & { issues?: readonly Issue[]; code?: string }

async function sendStep(
  site: Site,
  at: At,
  res: Response,
  { status, issues = [], problem, code }: Shown,
): Promise<void> {
  const { token, step, values, read, isReturning } = at
  const before = stepBefore(step, values)
  const isLast = step === 'verifier'
  sendPage(
    res,
    status,
    <StepPage
      chrome={await site.chromes.of('fr')}
      step={step}
      parts={partsOf(step, values)}
      form={{
        action: stepHref(token, step, isReturning ? { [RETURN]: 'verifier' } : {}),
        hidden: stampOf(site, 'joining'),
        values,
        issues,
        problem,
      }}
      backHref={isReturning ? stepHref(token, 'verifier') : before && stepHref(token, before)}
      keepHref={stepHref(token, step)}
      told={step === 'organisme' ? toldByRegister(values) : undefined}
      {...(isLast ? { submit: T.review.send } : {})}
    >
      {isLast ? (
        <>
          {code === IN_PROGRESS && (
            <p>
              <a href={LOST_LINK}>{T.lostLink}</a>
            </p>
          )}
          <Answers
            values={values}
            hrefOf={(each) => stepHref(token, each, { [RETURN]: 'verifier' })}
            warnings={read.ok ? read.warnings : []}
            notice={(await privacyNotice(site.payload, 'fr')).paragraphs}
          />
        </>
      ) : null}
    </StepPage>,
  )
}
