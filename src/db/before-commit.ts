import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload, PayloadRequest } from 'payload'

/** The unit of work that is about to commit. */
type Committing = { payload: Payload; req: PayloadRequest }

/** A unit of work that was run, known by the text of its body: what it returned, or that it was refused and left nothing. */
export type UnitDone = { of: string; refused: false; result: unknown } | { of: string; refused: true }

/**
 * What is written with the effect of a piece of work. `begin` runs first in the transaction of each unit of work of that piece, so that
 * what is written with it later is in its hands from then on; `write` runs in the transaction of each unit of work of that piece,
 * after its body and before its commit; `written` is called when a commit with it has succeeded.
 */
export type BeforeCommit = {
  begin: (unit: Committing) => Promise<void>
  write: (unit: Committing, done: UnitDone) => Promise<void>
  written: (done: UnitDone) => void
  /** Is called when a unit of work is given up. */
  refused: (of: string) => void
  /**
   * What the next unit of work returned when the same piece of work came so far before, and its answer was lost: it is not
   * run again. Null where it has to be run. @throws DomainError 409 `answer-lost` where it is another one than was run then
   */
  doneBefore: (of: string) => { result: unknown } | null
  /** Whether the next unit of work was committed before: what is refused because it is there is not refused now. */
  isDoneBefore: () => boolean
}

/** Holds what is written, or null as long as there is nothing. */
export type CommitHolder = { beforeCommit: BeforeCommit | null }

const STORE = Symbol.for('cpof.before-commit')

type WithStore = { [STORE]?: AsyncLocalStorage<CommitHolder> }

/** Hangs on `globalThis`: the panel's bundle has a copy of this module. */
function store(): AsyncLocalStorage<CommitHolder> {
  const holder = globalThis as typeof globalThis & WithStore
  return (holder[STORE] ??= new AsyncLocalStorage())
}

/** Runs a piece of work whose units of work write what the holder then holds. */
export function withCommits<Result>(holder: CommitHolder, work: () => Promise<Result>): Promise<Result> {
  return store().run(holder, work)
}

/** What the piece of work that runs here writes with its effect; null for most. */
export const presentCommit = (): BeforeCommit | null => store().getStore()?.beforeCommit ?? null

/**
 * Whether what comes next was committed by an earlier run of this piece of work, whose answer was lost: who looks for what
 * stands against it, before its unit of work, would find that very effect.
 */
export const isDoneBefore = (): boolean => presentCommit()?.isDoneBefore() ?? false
