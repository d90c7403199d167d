import { z } from 'zod'
import { recordOf } from './from-zod.ts'

/** What was done, in a sentence. */
export const MESSAGE = z.object({ message: z.string() })

/** What was done, and the record as who asked may read it. */
export const messageAnd = (collection: string) => MESSAGE.extend({ doc: recordOf(collection).nullable() })

/** What was done, and some of what it was done on. */
export const messageAndSome = () => MESSAGE.extend({ doc: z.looseObject({}) })

/** The version of the charter that is signed, and the SHA-256 of its canonical text. */
export const CHARTER = z.looseObject({ number: z.int(), sha256: z.string() })
