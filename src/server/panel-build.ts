import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { holdLease, LEASE_MS } from '../jobs/lease.ts'
import { errorFacts } from '../lib/error-facts.ts'
import { DomainError } from '../lib/errors.ts'

const LEASE = 'panel-build'
/** Seconds after which a browser may ask again: as long as a build whose last instance has stopped still has the panel. */
const RETRY_AFTER = Math.ceil(LEASE_MS / 1000)

const otherBuild = () =>
  new DomainError(
    'PanelElsewhere',
    'panel-of-another-build',
    503,
    {
      fr: 'L’administration est en cours de mise à jour. Rien n’est perdu\u00a0: rechargez cette page dans une minute.',
      en: 'The administration is being updated. Nothing is lost: reload this page in a minute.',
    },
    { extra: { retryAfter: RETRY_AFTER } },
  )

/** Keeps the panel to the instances of one build. */
export type PanelBuild = {
  /** Refuses requests to the panel, 503 `panel-of-another-build`, while instances of another build serve it. */
  guard: RequestHandler
  /** Ends the renewals. */
  stop: () => Promise<void>
}

/**
 * Lets the instances of one build serve the panel, of however many builds there are on one database: each build gives the
 * panel's server actions names of its own, so that a page of the one fails at the other. The build holds a lease that each of
 * its instances renews; another build has the panel half a minute after the last of them has stopped.
 * @param build what tells this build from others (`buildId`)
 * @param renewal milliseconds between two renewals
 */
export async function onePanelBuild({
  payload,
  build,
  renewal = LEASE_MS / 3,
}: {
  payload: Payload
  build: string
  renewal?: number
}): Promise<PanelBuild> {
  let ours = true
  let beating: Promise<void> | null = null

  const look = async (): Promise<void> => {
    const had = ours
    ours = await holdLease(payload, LEASE, build)
    if (had && !ours) {
      payload.logger.warn({
        build,
        msg: 'Instances of another build are running: build once and copy dist/ and .next/ to all of them. This one does not serve the panel until they have stopped.',
      })
    }
    if (!had && ours) payload.logger.info({ build, msg: 'This build serves the panel now.' })
  }
  const beat = (): void => {
    beating ??= look()
      // The database is away: who has the panel then is decided when it is back, and nobody can work in it meanwhile.
      .catch((error: unknown) =>
        payload.logger.warn({ msg: 'Which build serves the panel could not be told', ...errorFacts(error) }),
      )
      .finally(() => {
        beating = null
      })
  }
  await look()
  const timer = setInterval(beat, renewal)
  return {
    guard: (_req, _res, next) => next(ours ? undefined : otherBuild()),
    stop: async () => {
      clearInterval(timer)
      await beating
    },
  }
}
