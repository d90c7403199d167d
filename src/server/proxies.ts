import { listOf } from '../env.ts'

/**
 * The proxies whose `X-Forwarded-For` is believed, for Express's `trust proxy`: addresses, networks, or the names
 * `loopback`, `linklocal`, `uniquelocal`; none for an empty text. What is none of these was refused when the settings were read.
 */
export function trustedProxies(setting: string): string[] | false {
  const list = listOf(setting)
  return list.length === 0 ? false : list
}
