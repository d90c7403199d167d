/** People and papers that wait for their turn. */
export type Line<Item> = {
  join: (item: Item) => void
  /** The next one, once there is one; null when the line is closed. */
  next: () => Promise<Item | null>
  close: () => void
}

export function line<Item>(): Line<Item> {
  const items: Item[] = []
  const waiting: ((item: Item | null) => void)[] = []
  let closed = false
  return {
    join: (item) => {
      const served = waiting.shift()
      if (served) served(item)
      else items.push(item)
    },
    next: async () => {
      if (closed) return null
      return items.shift() ?? new Promise((resolve) => waiting.push(resolve))
    },
    close: () => {
      closed = true
      for (const go of waiting) go(null)
    },
  }
}
