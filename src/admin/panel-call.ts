import { PANEL_FUNCTIONS, refusedCalls } from '../lib/panel-functions.ts'

type Called = { name: string; staff: boolean; requestId: string | null }

/**
 * Runs a function of the panel, or refuses: who is not of the staff, a name that is in no list, and whatever fails on
 * what it was given are all answered by nothing at all. The front door says 400; Payload's own callers take it for a
 * failure.
 * @param report hears what failed inside
 */
export async function callPanelFunction(
  called: Called,
  run: () => Promise<unknown>,
  report: (error: unknown) => void,
): Promise<unknown> {
  const refuse = (): undefined => {
    if (called.requestId !== null) refusedCalls().add(called.requestId)
    return undefined
  }
  if (!called.staff || !PANEL_FUNCTIONS.has(called.name)) return refuse()
  try {
    return await run()
  } catch (error) {
    if (isNextsOwn(error)) throw error
    report(error)
    return refuse()
  }
}

/** Next leads elsewhere, or says that there is nothing, by throwing. */
const isNextsOwn = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'digest' in error &&
  typeof error.digest === 'string' &&
  error.digest.startsWith('NEXT_')
