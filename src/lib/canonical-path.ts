const UNRESERVED = /[A-Za-z0-9\-._~]/
/** Characters that RFC 3986 (3.3) does not allow in a path, escapes apart. */
const NOT_OF_A_PATH = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/g
/** A slash or a backslash in disguise: whoever decodes it sees another path. */
const HIDDEN_SEPARATOR = /%(2F|5C)/
const BROKEN_ESCAPE = /%(?![0-9A-Fa-f]{2})/
const CONTROL = /\p{Cc}/u

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/**
 * The one spelling of a path (RFC 3986, 6.2.2): escapes of unreserved characters decoded, the others in upper case, what
 * may not stand in a path escaped, no slash at its end. The case of letters says something, and stays.
 * @param raw as it came; Node hands on one character a byte
 * @returns null for what is no path of ours in any spelling: dot segments, empty ones, separators in disguise, control
 * characters, bytes that are not UTF-8
 */
export function canonicalPath(raw: string): string | null {
  if (!raw.startsWith('/') || /[\\#]/.test(raw) || BROKEN_ESCAPE.test(raw)) return null
  const path = raw
    .replace(/%([0-9A-Fa-f]{2})/g, (escape, hex: string) => {
      const sign = String.fromCharCode(parseInt(hex, 16))
      return UNRESERVED.test(sign) ? sign : escape.toUpperCase()
    })
    .replace(NOT_OF_A_PATH, escaped)
  if (HIDDEN_SEPARATOR.test(path) || !isText(path)) return null
  if (path === '/') return path
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  return segments.some((each) => each === '' || each === '.' || each === '..') ? null : `/${segments.join('/')}`
}

function isText(path: string): boolean {
  try {
    return !CONTROL.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
