import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload, PayloadRequest } from 'payload'

/** The unit of work that is about to commit. */
type Committing = { payload: Payload; req: PayloadRequest }

/**
 * What is written with the effect of a piece of work. `write` runs in the transaction of each unit of work of that piece,
 * after its body and before its commit; `written` is called when a commit with it has succeeded.
 */
export type BeforeCommit = { write: (unit: Committing) => Promise<void>; written: () => void }

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
