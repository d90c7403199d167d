import proxyAddr from 'proxy-addr'
import { ConfigurationError } from '../env.ts'

/**
 * The proxies whose `X-Forwarded-For` is believed, for Express's `trust proxy`: addresses, networks, or the names
 * `loopback`, `linklocal`, `uniquelocal`; none for an empty text.
 * @throws ConfigurationError for what is none of these
 */
export function trustedProxies(setting: string): string[] | false {
  const list = setting.split(',').map((each) => each.trim()).filter(Boolean)
  if (list.length === 0) return false
  try {
    proxyAddr.compile(list)
  } catch {
    throw new ConfigurationError(`TRUST_PROXY must list addresses or networks, separated by commas; ${setting} does not.`)
  }
  return list
}
