import type { Response } from 'express'
import type { LinkProblem } from '../../../adhesion/links/dead-link.ts'
import { LOST_LINK } from '../../fixed-pages.ts'
import { sendPage, type Site } from '../../site.ts'
import { LinkProblemPage } from './link-problem-page.tsx'
import type { LinkPurpose } from './link-texts.ts'

/** A link that nobody was given was not found; one that once worked is gone. */
const STATUS: Record<LinkProblem, number> = { wrong: 404, expired: 410, replaced: 410, used: 410 }

/** Answers a link that opens nothing: why, and what to do. */
export async function sendDeadLink(
  { chromes }: Site,
  res: Response,
  purpose: LinkPurpose,
  problem: LinkProblem,
): Promise<void> {
  sendPage(
    res,
    STATUS[problem],
    <LinkProblemPage chrome={await chromes.bare()} purpose={purpose} problem={problem} lostLinkHref={LOST_LINK} />,
  )
}
