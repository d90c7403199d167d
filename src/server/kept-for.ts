/**
 * The answer of a question that costs something, asked at most once in so many milliseconds and by one at a time: who
 * asks meanwhile gets the answer that there is, or that is on its way.
 */
export function keptFor<Answer>(milliseconds: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let askedAt = -Infinity
  let answer: Promise<Answer> | null = null
  return () => {
    if (answer && performance.now() - askedAt < milliseconds) return answer
    askedAt = performance.now()
    answer = ask()
    return answer
  }
}

/** Whether something succeeds within so many milliseconds. */
export async function succeedsWithin(milliseconds: number, act: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const done = act().then(
    () => true,
    () => false,
  )
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}
