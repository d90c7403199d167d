import type { Where } from 'payload'

/** Hangs on the running instance, since Next's bundle has its own copy of this module and the same instance. */
const KEPT = Symbol.for('cpof.kept-rules')

/** A rule as it was worked out last, for as long as nothing that is public has changed. */
export type Keep = (key: string, work: () => Promise<Where>) => Promise<Where>

type Holder = { [KEPT]?: Keep }

/** Tells an instance how rules for anybody are kept; without it each is worked out anew. */
export function keepRulesBy(instance: object, keep: Keep): void {
  const holder: Holder = instance
  holder[KEPT] = keep
}

/** A rule that is the same for anybody. */
export function keptRule(instance: object, key: string, work: () => Promise<Where>): Promise<Where> {
  const holder: Holder = instance
  return holder[KEPT]?.(key, work) ?? work()
}
