import type { ImportedAs } from '../content/import/draft-of.ts'
import { previewOf, propose, type Proposal } from '../content/import/proposal.ts'
import { unknownWords } from '../content/import/spelling.ts'
import { guessesOf, passwordChecker } from '../security/password-guesses.ts'

/** What {@link preview} answers: the body to send, as the bytes of its JSON, or why there is none. */
export type Previewed = { kind: 'preview'; json: Uint8Array } | Exclude<Proposal, { kind: 'draft' }>

/** A text, or the bytes of a document of Word. */
type Source = string | Uint8Array

/** Reads the dictionary, which takes longer than any text. */
export function wake(): void {
  unknownWords('mot')
}

/** Reads the lists of known passwords. */
export async function wakeGuesses(): Promise<void> {
  await passwordChecker()
}

/** How many guesses a password takes. */
export const guesses = guessesOf

/** A text as the draft that it would be. Bytes cost whoever waits for them nothing; a tree of objects would be copied on its thread. */
export async function preview({ source, as }: { source: Source; as: ImportedAs }): Promise<Previewed> {
  const proposal = await propose(source)
  return proposal.kind === 'draft'
    ? { kind: 'preview', json: new TextEncoder().encode(JSON.stringify(previewOf(as, proposal))) }
    : proposal
}

/** A text as the draft to make of it. */
export function read({ source }: { source: Source }): Promise<Proposal> {
  return propose(source)
}
