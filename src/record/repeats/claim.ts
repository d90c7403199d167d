import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { withCommits, type BeforeCommit, type UnitDone } from '../../db/before-commit.ts'
import { mayTryAgain } from '../../db/patience.ts'
import { backOff, isTransient, isUniqueViolation } from '../../db/retry.ts'
import { updateIf } from '../../db/update-if.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import { now } from '../../lib/clock.ts'
import { errorFacts } from '../../lib/error-facts.ts'
import { hmacSha256 } from '../../lib/hash.ts'
import { seal, unseal } from '../../lib/seal.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { RequestKey } from '../../payload-types.ts'
import { sealUnits, unsealUnits } from './units-done.ts'
import { answerLost, keyReused, stillUnderWay, tooManyKeys } from './errors.ts'

/** A request as it is recognised when it comes again. */
export type Repeatable = {
  /** Who asks. Nobody else is given the answer, and keys are counted by it. */
  caller: string
  /** What is asked: method and path. */
  route: string
  /** The word that the caller chose for this request. */
  key: string
  /** Everything that was sent, as one text. */
  body: string
  /** Milliseconds from now on in which the request is recognised. */
  keptFor: number
  /**
   * What is done when the request had its effect and its answer was lost with the process. It is carried out again: units
   * of work that were committed then are not run, and return what they returned. Where it is not known what that was,
   * `refuse` refuses; `repeat` waits for no holder who may be dead, since the work itself finds what is there already, and
   * by that alone where it `resume`s, once nobody is at it any more.
   */
  afterLostAnswer: 'refuse' | 'repeat' | 'resume'
}

/** A request that is carried out here, and nowhere else as long as it is held. */
export type Claim = {
  /** Has the effect noted in the transaction that makes it, with what its answer is made from. */
  beforeCommit: BeforeCommit
  /** Whether an earlier run, whose answer was lost, did more than was come to now. */
  isBehind: () => boolean
  /** Keeps the answer, sealed, for whoever sends the same again. */
  keep: (answer: string) => Promise<void>
  /**
   * Forgets the request: it may be carried out when it comes again. A failure, or a refusal that passes, forgets nothing that
   * had an effect: the lost answer of a commit looks the same.
   */
  release: (why: 'refused' | 'failed') => Promise<void>
}

export type Claimed = { kind: 'answered'; answer: string } | { kind: 'claimed'; claim: Claim }

const SECOND = 1_000
/** Whoever has not renewed their hold for so long is dead. */
const HELD_FOR = 10 * SECOND
const RENEWED_EVERY = 2.5 * SECOND
/** Alone on a database, a process renews nothing: no other can be alive. Longer than any request takes, its retries included. */
const HELD_ALONE_FOR = 120 * SECOND
/** An answer comes so soon after the commit, or was lost. */
const ANSWER_COMES_WITHIN = 0.5 * SECOND
/** How long somebody waits for the answer to the same request, made elsewhere. */
const LONGEST_WAIT = 5 * SECOND
/** Steps of waiting grow to 160 ms. */
const LONGEST_STEP = 4
/** Keys that are kept of one caller. */
export const MOST_OF_A_CALLER = 1_000
const TOLD_TO_WAIT = 60 * 60
const LONG_AGO = new Date(0).toISOString()

/** Tells this process from one that was there before: on SQLite, where no other can be alive, what that one held is free. */
const PROCESS = Symbol.for('cpof.process')
const processId = (): string => {
  const holder = globalThis as typeof globalThis & { [PROCESS]?: string }
  return (holder[PROCESS] ??= randomUUID())
}

/**
 * Takes a request in hand, or finds what it was answered. One row stands for it, claimed by one at a time before anything
 * is done; whoever comes meanwhile waits for some seconds.
 * @throws DomainError 422 `idempotency-key-reused` for another body under the same key; 409 `busy` while the request is
 * carried out elsewhere; 409 `answer-lost` where it had its effect and nothing is kept of which an answer could be made; 429 `too-many-idempotency-keys`
 */
export async function claim(payload: Payload, asked: Repeatable): Promise<Claimed> {
  const secret = hmacSha256(settingsOf(payload).TOKEN_SECRET, 'cpof:request-keys').toString('hex')
  const nameHash = hmacSha256(secret, canonicalJson([asked.caller, asked.route, asked.key])).toString('base64url')
  // Not a plain hash: the choices of a vote are few.
  const bodyHash = hmacSha256(secret, asked.body).toString('base64url')
  const heldFor = isAlone(payload) ? HELD_ALONE_FOR : HELD_FOR
  const begun = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    const at = now()
    const fresh = {
      nameHash,
      bodyHash,
      caller: asked.caller,
      state: 'under-way',
      holder: `${processId()}:${randomUUID()}`,
      heldUntil: new Date(at.getTime() + heldFor).toISOString(),
      until: new Date(at.getTime() + asked.keptFor).toISOString(),
      answer: null,
    } as const
    const held = (units: readonly UnitDone[] = []): Claimed => ({
      kind: 'claimed',
      claim: claimOf(payload, {
        secret,
        nameHash,
        holder: fresh.holder,
        units,
        keepsUnits: asked.afterLostAnswer !== 'resume',
      }),
    })
    try {
      const row = await rowOf(payload, nameHash)
      if (!row) {
        await requirePlace(payload, asked.caller, at)
        if (await made(payload, fresh)) return held()
      } else {
        // Where the work finds what is there already, nobody waits for a holder who may be dead: things go on meanwhile.
        const isLost =
          asked.afterLostAnswer === 'repeat' &&
          row.state === 'in-effect' &&
          performance.now() - begun >= ANSWER_COMES_WITHIN
        const isHeld = row.state !== 'answered' && !isLost && !isAbandoned(payload, row, at)
        const isOver = !isHeld && new Date(row.until) <= at
        if (!isOver && row.bodyHash !== bodyHash) throw keyReused()
        if (!isOver && row.state === 'answered' && typeof row.answer === 'string')
          return { kind: 'answered', answer: unseal(secret, row.answer) }
        const units = isOver || isHeld ? null : unitsOf(secret, row)
        if (!isOver && !isHeld && !units && row.state !== 'under-way' && asked.afterLostAnswer === 'refuse')
          throw answerLost()
        const data = units ? { ...fresh, state: row.state, answer: row.answer } : fresh
        if (!isHeld && (await updateIf(payload, { collection: 'request-keys', where: asIs(row), data })))
          return held(units ?? [])
      }
    } catch (error) {
      if (!mayTryAgain(payload.db, error, begun)) throw error
    }
    if (performance.now() - begun >= LONGEST_WAIT) throw stillUnderWay()
    await backOff(Math.min(attempt, LONGEST_STEP))
  }
}

/** What was committed of a request whose answer was lost; null where nothing was, or it is not known what. */
const unitsOf = (secret: string, { state, answer }: RequestKey): UnitDone[] | null =>
  state === 'in-effect' && typeof answer === 'string' ? unsealUnits(secret, answer) : null

const isAlone = (payload: Payload): boolean => settingsOf(payload).database === 'sqlite'

const isAbandoned = (payload: Payload, { holder, heldUntil }: RequestKey, at: Date): boolean =>
  new Date(heldUntil) <= at || (isAlone(payload) && !holder.startsWith(`${processId()}:`))

/** A row that nobody has changed since it was read. */
const asIs = ({ id, holder, state }: RequestKey): Where => ({
  and: [{ id: { equals: id } }, { holder: { equals: holder } }, { state: { equals: state } }],
})

async function rowOf(payload: Payload, nameHash: string): Promise<RequestKey | undefined> {
  const { docs } = await payload.find({
    collection: 'request-keys',
    where: { nameHash: { equals: nameHash } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0]
}

async function requirePlace(payload: Payload, caller: string, at: Date): Promise<void> {
  const { totalDocs } = await payload.count({
    collection: 'request-keys',
    where: { and: [{ caller: { equals: caller } }, { until: { greater_than: at.toISOString() } }] },
    overrideAccess: true,
  })
  if (totalDocs >= MOST_OF_A_CALLER) throw tooManyKeys(TOLD_TO_WAIT)
}

/** @returns false where somebody was faster */
async function made(payload: Payload, data: Record<string, unknown>): Promise<boolean> {
  try {
    await payload.db.create({ collection: 'request-keys', data })
    return true
  } catch (error) {
    if (!isUniqueViolation(error) && !isTransient(error)) throw error
    return false
  }
}

const heldFrom = (at: Date): string => new Date(at.getTime() + HELD_FOR).toISOString()

type Holding = {
  secret: string
  nameHash: string
  holder: string
  /** What an earlier run committed. */
  units: readonly UnitDone[]
  /** Whether what units of work return is kept: not where the work finds it again by itself. */
  keepsUnits: boolean
}

function claimOf(payload: Payload, { secret, nameHash, holder, units: before, keepsUnits }: Holding): Claim {
  const own: Where = { and: [{ nameHash: { equals: nameHash } }, { holder: { equals: holder } }] }
  const change = { collection: 'request-keys', where: own } as const
  const done: UnitDone[] = []
  const noted = (units: readonly UnitDone[]) => ({
    state: 'in-effect' as const,
    answer: keepsUnits ? sealUnits(secret, units) : null,
  })

  /** What is kept of a request concerns its next sending alone: this one was carried out, or refused. */
  const tell = async (write: () => Promise<unknown>): Promise<void> => {
    try {
      // None of these is the effect, and the timer of the lease runs in the middle of the work.
      await withCommits({ beforeCommit: null }, write)
    } catch (error) {
      payload.logger.warn({ msg: 'What became of a request that may be repeated was not kept', ...errorFacts(error) })
    }
  }

  const renew = () => tell(() => updateIf(payload, { ...change, data: { heldUntil: heldFrom(now()) } }))
  const renewing = isAlone(payload) ? undefined : setInterval(() => void renew(), RENEWED_EVERY).unref()

  return {
    beforeCommit: {
      // A hold that is renewed in the middle of a long unit would be a conflict at its end, each time that it is tried.
      begin: async ({ req }) => {
        if (isAlone(payload)) return
        if (!(await updateIf(payload, { ...change, data: { heldUntil: heldFrom(now()) } }, req))) throw stillUnderWay()
      },
      write: async ({ req }, unit) => {
        if (!keepsUnits && done.some(({ refused }) => !refused)) return
        // Nobody: it was held too long, and somebody else has taken it in hand.
        if (
          !(await updateIf(payload, { ...change, data: noted([...done, unit, ...before.slice(done.length + 1)]) }, req))
        )
          throw stillUnderWay()
      },
      written: (unit) => {
        done.push(unit)
      },
      refused: (of) => {
        done.push({ of, refused: true })
      },
      doneBefore: (of) => {
        const next = before[done.length]
        if (!next) return null
        if (next.of !== of) throw answerLost()
        // It left nothing, so it may be asked again.
        if (next.refused) return null
        done.push(next)
        return next
      },
      isDoneBefore: () => before[done.length]?.refused === false,
    },
    isBehind: () => before.slice(done.length).some(({ refused }) => !refused),
    keep: (answer) => {
      clearInterval(renewing)
      return tell(() => updateIf(payload, { ...change, data: { state: 'answered', answer: seal(secret, answer) } }))
    },
    release: (why) => {
      clearInterval(renewing)
      return tell(async () => {
        const isKept = why === 'failed' || before.length > 0
        const where: Where = isKept ? { and: [own, { state: { equals: 'under-way' } }] } : own
        await payload.db.deleteMany({ collection: 'request-keys', where })
        // What stays had an effect, and nobody makes its answer any more.
        if (isKept) await updateIf(payload, { ...change, data: { heldUntil: LONG_AGO } })
      })
    },
  }
}
