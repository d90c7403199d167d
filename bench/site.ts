import { Agent, get } from 'node:http'
import { CONNECTIONS, median, round, sideBySide } from './measure.ts'
import { line, milliseconds, report } from './report.ts'
import { KEPT_PAGES, type Order, type Served } from './server.ts'

/** Publications that are each followed by a crowd. */
const WAVES = 25
/** What is kept fills its bounds during the first tenth of the addresses; from then on memory is flat if it grows by less than this. */
const FLAT = 1.1

type Asked = { served: Served; seconds: number; addresses: number; order: (what: Order) => Promise<number> }

/** What the public site is measured by: kept pages, pages just after a publication, meanwhile, and memory. */
export async function benchSite(asked: Asked): Promise<void> {
  await keptPages(asked)
  await afterPublication(asked)
  await whilePublishing(asked)
  await memory(asked)
}

/** A page that is kept, beside an Express route behind the same middleware that sends the same bytes from a constant. */
async function keptPages({ served, seconds }: Asked): Promise<void> {
  console.log(line('\nA page that is kept', 'site/s', 'p50', 'p99', 'constant/s', 'p50', 'p99', 'ratio', 'failed'))
  for (const page of KEPT_PAGES)
    console.log(report(page, await sideBySide({ url: served.door + page }, { url: served.constant + page }, seconds)))
}

/**
 * One request over a connection that stays open, in milliseconds. One that the server had just closed for being idle is
 * asked again, as HTTP allows (RFC 9112, 9.3.1).
 */
function timed(agent: Agent, url: string): Promise<number> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (res) => {
      res.resume()
      res.once('end', () =>
        res.statusCode === 200 ? resolve(performance.now() - begun) : reject(new Error(`${url}: ${res.statusCode}`)),
      )
    })
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(timed(agent, url))
      else reject(error)
    })
  })
}

/** The front page right after a publication: for who comes first, and for a crowd; beside the same page of Next's. */
async function afterPublication({ served, order }: Asked): Promise<void> {
  console.log(
    line('\nJust after publishing', 'site: first', 'crowd/s', 'Next: first', 'crowd/s', 'ratio first', 'ratio crowd'),
  )
  const [ours, nexts] = [`${served.door}/`, `${served.next}/accueil`]
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  for (const what of ['publish-text', 'publish-page'] as const) {
    const found: Record<'ours' | 'nexts', { first: number[]; crowd: number[] }> = {
      ours: { first: [], crowd: [] },
      nexts: { first: [], crowd: [] },
    }
    for (let wave = -5; wave < WAVES; wave += 1) {
      for (const [whose, url] of [
        ['ours', ours],
        ['nexts', nexts],
      ] as const) {
        await order(what)
        const first = await timed(agent, url)
        await order(what)
        const begun = performance.now()
        await Promise.all(Array.from({ length: CONNECTIONS }, () => timed(agent, url)))
        const crowd = performance.now() - begun
        // The first waves warm up.
        if (wave < 0) continue
        found[whose].first.push(first)
        found[whose].crowd.push(crowd)
      }
    }
    const rate = (crowd: readonly number[]): number => (1000 * CONNECTIONS) / median(crowd)
    const { ours: site, nexts: next } = found
    console.log(
      line(
        what === 'publish-text' ? 'a text' : 'the page itself',
        milliseconds(median(site.first)),
        rate(site.crowd).toFixed(0),
        milliseconds(median(next.first)),
        rate(next.crowd).toFixed(0),
        (median(next.first) / median(site.first)).toFixed(2),
        (rate(site.crowd) / rate(next.crowd)).toFixed(2),
      ),
    )
  }
  agent.destroy()
}

/** What readers wait while somebody publishes every second. */
async function whilePublishing({ served, seconds, order }: Asked): Promise<void> {
  console.log(line('\nPublishing each second', 'site/s', 'p50', 'p99', 'failed', 'published'))
  for (const page of ['/', '/publications']) {
    let published = 0
    let under: Promise<unknown> = Promise.resolve()
    const publisher = setInterval(() => {
      under = under.then(() => order('publish-text')).then(() => (published += 1))
    }, 1_000)
    const { rate, p50, p99, failed } = await round({ url: served.door + page }, Math.max(10, 3 * seconds))
    clearInterval(publisher)
    await under
    console.log(line(page, rate.toFixed(0), milliseconds(p50), milliseconds(p99), String(failed), String(published)))
  }
}

/** What the server holds in memory after many distinct addresses, beside what it held after a tenth of them. */
async function memory({ served, addresses, order }: Asked): Promise<void> {
  let count = 0
  const kinds = [
    (n: number) => `/page-${n}`,
    (n: number) => `/recherche?q=formation+${n}`,
    (n: number) => `/membres?q=organisme+${n}`,
    (n: number) => `/membres/organisme-${n.toString(16).padStart(8, '0')}`,
    (n: number) => `/publications?annee=${1900 + (n % 200)}&theme=${n}`,
    (n: number) => `/publications/texte-${n}`,
    (n: number) => `/?de=${n}`,
    (n: number) => `/en/page-${n}`,
  ]
  const path = (): string => {
    count += 1
    return kinds[count % kinds.length]?.(count) ?? '/'
  }
  const ask = (amount: number) => round({ url: served.door, path, amount }, 0)
  await ask(Math.ceil(addresses / 10))
  const before = await order('heap')
  await ask(Math.floor((addresses * 9) / 10))
  const after = await order('heap')
  const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`
  console.log(line(`\nMemory: ${count} addresses`, 'after a tenth', 'after all', 'ratio', 'flat'))
  console.log(
    line('', megabytes(before), megabytes(after), (after / before).toFixed(2), after / before <= FLAT ? 'yes' : 'NO'),
  )
}
