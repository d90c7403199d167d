import { setTimeout as wait } from 'node:timers/promises'
import type { Front } from '../kill/mortal-server.ts'

/** Somebody who uploads one picture after the other, and looks at each. */
export type Pictures = {
  /** What was answered since this was asked last, for the report. */
  told: () => string
  /** Each status that was ever answered. */
  statuses: () => number[]
  /** Those whose upload was acknowledged, and that cannot be read now. */
  missing: () => Promise<string[]>
  end: () => Promise<void>
}

export function pictures(front: Front, token: string, picture: Buffer): Pictures {
  const uploaded: string[] = []
  const all = new Set<number>()
  let counts: Record<string, number> = {}
  let isOver = false
  const note = (what: string, status: number) => {
    all.add(status)
    counts[`${what} ${status}`] = (counts[`${what} ${status}`] ?? 0) + 1
  }
  const read = async (url: string): Promise<number> => {
    const answer = await fetch(new URL(url, await front.address()), { headers: { connection: 'close' } })
    await answer.arrayBuffer()
    return answer.status
  }
  const upload = async (number: number): Promise<void> => {
    const body = new FormData()
    body.set('file', new File([new Uint8Array(picture)], `picture-${number}.png`, { type: 'image/png' }))
    body.set('_payload', JSON.stringify({ alt: 'Une image' }))
    const answer = await fetch(`${await front.address()}/api/media?locale=fr`, {
      method: 'POST',
      body,
      headers: { Authorization: `JWT ${token}`, connection: 'close' },
    })
    const { doc }: { doc?: { url: string } } = JSON.parse(await answer.text())
    note('uploads', answer.status)
    if (answer.status === 201 && doc) uploaded.push(doc.url)
    const last = uploaded.at(-1)
    if (last !== undefined) note('pictures', await read(last))
  }
  const working = (async () => {
    for (let number = 0; !isOver; number += 1) {
      await upload(number)
      await wait(500)
    }
  })()
  return {
    told: () => {
      const said = Object.entries(counts)
        .map(([what, times]) => `${times} × ${what}`)
        .join(', ')
      counts = {}
      return said
    },
    statuses: () => [...all],
    missing: async () => {
      const found: string[] = []
      for (const url of uploaded) if ((await read(url)) !== 200) found.push(url)
      return found
    },
    end: async () => {
      isOver = true
      await working
    },
  }
}
