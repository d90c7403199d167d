import type { KeyHolder } from '../../federations/key-in-use.ts'
import type { User } from '../../payload-types.ts'

/** Where a request came from, for the journal and the evidence. */
export type Client = { ip: string | null; userAgent: string | null; requestId: string | null }

/** Who acts on a file. */
export type Actor =
  | { kind: 'anybody'; client: Client }
  /** A federation that applies for one of its organisations, by its key. */
  | { kind: 'federation'; holder: KeyHolder; client: Client }
  /** `capability` is the uid of the link, null for who applied a second time without one. */
  | { kind: 'applicant' | 'representative'; capability: string | null; client: Client }
  | { kind: 'staff'; user: Pick<User, 'id' | 'name' | 'email' | 'roles'>; client: Client }
  | { kind: 'system' }

/** The client of somebody who acts from inside (a command, sample data). */
export const NO_CLIENT: Client = { ip: null, userAgent: null, requestId: null }

/** The system itself: timers and duplicates. */
export const SYSTEM: Actor = { kind: 'system' }
