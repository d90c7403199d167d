import { connect, createServer, type Socket } from 'node:net'

/** A line to a server on this machine that can be cut. */
export type LineTo = {
  port: number
  /** Who connects is refused, and who is connected is cut off. */
  cut: () => Promise<void>
  mend: () => Promise<void>
}

export async function lineTo(target: number, port: number): Promise<LineTo> {
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        ends.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  const mend = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await mend()
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const end of ends) end.destroy()
      }),
    mend,
  }
}
