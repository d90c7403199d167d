import { Resolver } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import type { IssueName } from '../../input/catalogue.ts'

/** Where a webhook may lead, by the settings of the installation. */
export type Allowed = { APP_MODE: 'demo' | 'test' | 'production'; WEBHOOK_LOOPBACK: '0' | '1' }

/** The addresses of a name. @throws Error where nobody knows any */
export type Resolve = (name: string) => Promise<readonly string[]>

/** Why a webhook may not lead somewhere. */
export type Objection = Extract<IssueName, 'not-a-webhook-address' | 'webhook-host-unknown' | 'webhook-host-not-public'>

/** Where a webhook leads: its address, and what of the name's addresses it is sent to. */
export type Destination = { url: URL; addresses: readonly string[] }

const LOOPBACK = /^http:\/\/127\.0\.0\.1(?=[:/?]|$)/

/** The part of IPv6 out of which addresses of the public network are given (RFC 4291, IANA). */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an address is one machine of the public network. All others are refused: loopback, private, link-local and shared
 * ones, those reserved for any purpose, and those of IPv6 that hold one of IPv4 (mapped, translated, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(PUBLIC_IPV6))
}

/** The host of an address, without the brackets of IPv6. */
const hostOf = ({ hostname }: Pick<URL, 'hostname'>): string => hostname.replace(/^\[(.*)\]$/, '$1')

/**
 * Reads the address of a webhook, in the one spelling that every client makes of it (WHATWG URL: `0x7f.1`, `2130706433` and
 * `127.1` are `127.0.0.1`).
 * @returns null for what is no such address, whatever its host is
 */
export function readAddress(text: string, { APP_MODE, WEBHOOK_LOOPBACK }: Allowed): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null
  if (isLoopback(url)) return WEBHOOK_LOOPBACK === '1' && LOOPBACK.test(text) ? url : null
  if (url.protocol !== 'https:') return null
  return APP_MODE === 'production' && url.port !== '' ? null : url
}

/** The one address of this machine that a webhook may lead to, where the settings say so. */
const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && hostname === '127.0.0.1'

/**
 * Finds where a webhook leads. Asked at its registration and before each attempt, since names change whom they lead to:
 * what is connected to is one of the addresses that were looked at.
 */
export async function findDestination(
  text: string,
  allowed: Allowed,
  resolve: Resolve = resolveByServers,
): Promise<Destination | Objection> {
  const url = readAddress(text, allowed)
  if (!url) return 'not-a-webhook-address'
  const host = hostOf(url)
  if (isLoopback(url)) return { url, addresses: [host] }
  const addresses = ipaddr.isValid(host) ? [host] : await resolve(host).catch(() => [])
  if (addresses.length === 0) return 'webhook-host-unknown'
  return addresses.every(isPublicAddress) ? { url, addresses } : 'webhook-host-not-public'
}

const TIMEOUT_MS = 2_000
const TRIES = 2

/** Asks the name servers of this machine, past its own list of hosts: outside of the few threads that files share. */
const resolveByServers: Resolve = async (name) => {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES })
  const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
}
