import type { IncomingHttpHeaders } from 'node:http'
import router from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

/** The headers that Next's own pages send with their requests. */
const OF_THE_PANEL: ReadonlySet<string> = new Set([
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
])
/** The headers by which Next's servers talk to each other; from outside they are dropped. */
const OF_NEXT =
  /^(?:next-|x-(?:nextjs|middleware|invoke|matched|action|now|vercel|prerender|rewrite)-|x-forwarded-|forwarded$)/
const SEGMENT = /^\/[\w$!@.,()[\]~%/-]{0,500}$/
const LONGEST_ADDRESS = 2_000

/**
 * Looks at what a request says to Next beside its address, and takes away what only Next says.
 * @returns whether Next can read the rest: it answers junk with 500 and a trace
 */
export function readsHeaders(headers: IncomingHttpHeaders): boolean {
  for (const name of Object.keys(headers)) if (OF_NEXT.test(name) && !OF_THE_PANEL.has(name)) delete headers[name]
  for (const name of ['next-router-prefetch', 'rsc'])
    if (headers[name] !== undefined && !/^[12]$/.test(String(headers[name]))) return false
  const segment = headers['next-router-segment-prefetch']
  if (segment !== undefined && !SEGMENT.test(String(segment))) return false
  const address = headers['next-url']
  if (address !== undefined && !(String(address).startsWith('/') && String(address).length <= LONGEST_ADDRESS))
    return false
  const state = headers['next-router-state-tree']
  try {
    router.parseAndValidateFlightRouterState(state)
    return true
  } catch {
    return false
  }
}
