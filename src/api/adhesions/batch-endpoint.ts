import type { Payload } from 'payload'
import { submit } from '../../adhesion/actions/submit.ts'
import { parseDeclaration } from '../../adhesion/declaration/parse-declaration.ts'
import type { Declaration } from '../../adhesion/declaration/declaration-types.ts'
import { z } from 'zod'
import { EXAMPLE } from '../../adhesion/declaration/example.ts'
import { DECLARATION } from '../../adhesion/declaration/schema.ts'
import { isTransient } from '../../db/retry.ts'
import { isUnavailable } from '../../db/unavailable.ts'
import { keyHolder, type KeyHolder } from '../../federations/key-in-use.ts'
import { invalidInput } from '../../input/issue.ts'
import { canonicalJson } from '../../lib/canonical.ts'
import type { Client } from '../../lib/caller.ts'
import { DomainError } from '../../lib/errors.ts'
import { sha256 } from '../../lib/hash.ts'
import { slots, type Slots } from '../../lib/slots.ts'
import { PASSING } from '../../record/repeats/errors.ts'
import { shapeOf, signInFirst } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Said } from '../description/said.ts'
import type { OwnEndpoint } from '../posting.ts'
import { endpoint, respond } from '../respond.ts'

/** Applications that are sent at once. */
const MOST_LINES = 200
/** Seconds after which what failed for a passing reason may be sent again. */
const SOON = 1

/** How many batches are carried out at once: one of each key, since all of them share the one database. */
const BATCHES = { most: 4, mostEach: 1, mostWaiting: 200, waitMs: 60_000 } as const
const SLOTS = Symbol.for('cpof.batch-slots')
const takePlace: Slots = (caller, gone) => {
  const holder = globalThis as typeof globalThis & { [SLOTS]?: Slots }
  return (holder[SLOTS] ??= slots(BATCHES))(caller, gone)
}

const tooManyLines = () =>
  new DomainError('PayloadTooLarge', 'too-many-lines', 413, {
    fr: `Un lot compte au plus ${MOST_LINES} demandes. Aucune n’est enregistrée\u00a0: envoyez-le en plusieurs lots.`,
    en: `A batch has at most ${MOST_LINES} applications. None was registered: send several batches.`,
  })

type Line = { index: number; status: number } & ({ doc: object } | { errors: unknown })

type Batch = { payload: Payload; holder: KeyHolder; client: Client; language: Language; name: string | null }

/** One application of a batch, by the use-case of a single one. A batch that has a name finds again what it opened. */
async function carryOut(
  { payload, holder, client, language, name }: Batch,
  sent: unknown,
  index: number,
): Promise<Line> {
  try {
    const read = parseDeclaration(sent)
    if (!read.ok) throw invalidInput(read.issues)
    const { doc } = await submit(payload, {
      declaration: read.declaration,
      warnings: read.warnings,
      client,
      by: { holder, ...(name === null ? {} : { line: lineOf(holder, name, index, read.declaration) }) },
    })
    return { index, status: 201, doc }
  } catch (error) {
    if (!(error instanceof Error) || !isAnswer(error)) throw error
    const { status, body } = shapeOf(error, language)
    return { index, status, errors: body.errors }
  }
}

/** By what a batch that is sent again knows what a line of it opened: the name of the batch, and what stands there. */
const lineOf = ({ member }: KeyHolder, name: string, index: number, declaration: Declaration): string =>
  sha256(`${member} ${name} ${index} ${canonicalJson(declaration)}`)

/** Whether an error says something of one application, or of the moment: what is broken inside ends the whole batch. */
const isAnswer = (error: Error): boolean =>
  'messages' in error ||
  isTransient(error) ||
  isUnavailable(error) ||
  ('code' in error && error.code === 'too-many-races')

const isPassing = (line: Line): boolean =>
  line.status >= 500 ||
  ('errors' in line && PASSING.some((code) => JSON.stringify(line.errors).includes(`"code":"${code}"`)))

const SAYS: Said = {
  summary: { fr: 'Déposer plusieurs demandes', en: 'Apply for several organisations' },
  example: [EXAMPLE],
  answer: z.object({ results: z.array(z.looseObject({ index: z.int(), status: z.int() })) }),
  refusals: { 413: ['too-many-lines'] },
}

/**
 * `POST /api/adhesions/batch`: a federation applies for up to 200 of its organisations. Each line is answered by itself, as
 * it would be alone. Under an `Idempotency-Key` a batch that was cut off is taken up where it stopped.
 */
export const batchEndpoint: OwnEndpoint = {
  path: '/batch',
  method: 'post',
  custom: { lines: DECLARATION, schemes: ['Key'], says: SAYS },
  handler: endpoint(
    async ({ req, client, language, lines }) => {
      const { payload } = req
      const holder = await keyHolder(payload, req, 'submit')
      if (!holder) throw signInFirst()
      const leave = await takePlace(holder.key, req.signal ?? new AbortController().signal)
      try {
        const sent = await lines()
        if (sent.length > MOST_LINES) throw tooManyLines()
        const batch = { payload, holder, client, language, name: req.headers.get('idempotency-key') }
        const results: Line[] = []
        for (const [index, line] of sent.entries()) results.push(await carryOut(batch, line, index))
        const answer = respond({ results })
        // Nothing is bound by what passes: the same batch, sent again, does what is left of it.
        if (results.some(isPassing)) answer.headers.set('Retry-After', String(SOON))
        return answer
      } finally {
        leave()
      }
    },
    { resumes: true },
  ),
}
