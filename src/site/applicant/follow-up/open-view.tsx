import type { Request, Response } from 'express'
import { openFollowUp } from '../../../adhesion/links/open-link.ts'
import type { Actor } from '../../../adhesion/lifecycle/actor.ts'
import { type AskedByLink, viewOfFollowUp, type FollowUpView } from '../../../adhesion/views/view-of-follow-up.ts'
import { clientOf } from '../../client.ts'
import { sendDeadLink } from '../links/dead-link.tsx'
import { FILE_KINDS, FILE_TYPES } from '../../file-kinds.ts'
import { refusalFor, refusalIn, setRetryAfter, type Refusal } from '../../refusal.ts'
import { sendPage, type Site } from '../../site.ts'
import type { FileLimits } from './answer-section.tsx'
import type { Done } from './follow-up-texts.ts'
import { FollowUpPage } from './follow-up-page.tsx'
import type { FormState } from '../../views/form/form-state.ts'

export const FOLLOW_UP = '/adhesion/suivi/:token'
export const followUpHref = (token: string) => `/adhesion/suivi/${encodeURIComponent(token)}`

export type OpenView = Extract<FollowUpView, { state: 'open' }>

/** The view that a link opens; null when it opens nothing, which has been answered then. */
export async function openView(site: Site, res: Response, token: string): Promise<OpenView | null> {
  const view = await viewOfFollowUp(site.payload, token)
  if (view.state === 'open') return view
  await sendDeadLink(site, res, 'follow-up', view.problem)
  return null
}

type Act = (who: { id: string; actor: Actor }) => Promise<void>
type Refused = (refusal: Refusal, view: OpenView) => Promise<void>

/** Acts on a file by its link; a refusal is shown with the file as it stands then. */
export async function actByLink(
  site: Site,
  req: Request<{ token: string }>,
  res: Response,
  act: Act,
  refused: Refused,
): Promise<void> {
  const { token } = req.params
  try {
    await act(await openFollowUp(site.payload, token, clientOf(req)))
  } catch (error) {
    const refusal = refusalIn(error)
    setRetryAfter(res, refusal)
    const view = await openView(site, res, token)
    if (view) await refused(refusalFor(refusal, view.file.state), view)
  }
}

/** Where each action that a link offers is asked for, under the address of the follow-up page. */
const PLACES: Record<AskedByLink, string> = {
  resendLink: 'renvoyer',
  correct: 'corriger',
  changeRepresentative: 'representant',
  answer: 'repondre',
  withdraw: 'retirer',
  write: 'ecrire',
}

/** What a form with files says of them. */
export const limitsIn = ({ limits: { count, megabytes, types } }: OpenView): FileLimits => ({
  count,
  megabytes,
  kinds: FILE_KINDS,
  accept: [...types, ...FILE_TYPES].join(','),
})

type Shown = {
  status?: number
  done?: Done
  problem?: string | undefined
  answer?: Pick<FormState, 'values' | 'issues' | 'problem'>
}

/** The page that follows a file. */
export async function sendFollowUp(
  { chromes }: Site,
  res: Response,
  token: string,
  view: OpenView,
  { status = 200, done, problem, answer = {} }: Shown = {},
): Promise<void> {
  const { file, history, request, offered } = view
  const base = followUpHref(token)
  sendPage(
    res,
    status,
    <FollowUpPage
      chrome={await chromes.bare()}
      file={file}
      history={history}
      messages={view.messages.map(({ files, ...message }) => ({
        ...message,
        files: files.map(({ id, title }) => ({ title, href: `${base}/pieces/${id}` })),
      }))}
      request={
        request && {
          question: request.question,
          askedAt: request.askedAt,
          deadline: request.deadline,
          form: { action: `${base}/${PLACES.answer}`, ...answer },
          limits: limitsIn(view),
        }
      }
      actions={Object.fromEntries([...offered].map((name) => [name, `${base}/${PLACES[name]}`]))}
      withdrawByRepresentative={view.withdrawByRepresentative}
      mailWaitsUntil={view.mailWaitsUntil}
      done={done}
      problem={problem}
    />,
  )
}
