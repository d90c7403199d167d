/** What people saw meanwhile. */
export type Watched = {
  /** Milliseconds: the longest time without any answer of success. */
  gap: number
  /** How often each status came; 0 is an answer that was lost. */
  statuses: Record<string, number>
}

/** Notes each answer, and how long none was a success. */
export function watch(): { note: (status: number) => void; seen: () => Watched } {
  let last = performance.now()
  const seen: Watched = { gap: 0, statuses: {} }
  return {
    note: (status) => {
      seen.statuses[status] = (seen.statuses[status] ?? 0) + 1
      if (status >= 400 || status === 0) return
      const at = performance.now()
      seen.gap = Math.max(seen.gap, at - last)
      last = at
    },
    seen: () => ({ ...seen, gap: Math.round(Math.max(seen.gap, performance.now() - last)) }),
  }
}

/** A reader who asks for one page after the other until told to stop. */
export function reader(addressOf: () => Promise<string> | null, path: string, everyMs: number) {
  const { note, seen } = watch()
  let isOver = false
  const read = async (): Promise<void> => {
    while (!isOver) {
      const address = await addressOf()
      if (address !== null) {
        await fetch(address + path, {
          headers: { accept: 'text/html', connection: 'close' },
          signal: AbortSignal.timeout(60_000),
        }).then(
          async (answer) => {
            await answer.arrayBuffer()
            note(answer.status)
          },
          () => note(0),
        )
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  }
  const reading = read()
  return {
    stop: async (): Promise<Watched> => {
      isOver = true
      const found = seen()
      await reading
      return found
    },
  }
}
