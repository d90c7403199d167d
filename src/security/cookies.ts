type HeaderReader = { get(name: string): string | null }

/** Whether the site is served over TLS. */
const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

/**
 * A cookie's whole name. Over TLS it has the prefix `__Host-` (RFC 6265bis, 4.1.3.2): neither another host of the same
 * domain nor a page without TLS can then set it.
 */
const cookieName = (publicUrl: string, name: string): string => (isSecure(publicUrl) ? `__Host-${name}` : name)

/** The cookie of a session. */
export const sessionCookieName = (publicUrl: string): string => cookieName(publicUrl, 'payload-token')

/** The cookie by which a device is known again. */
export const deviceCookieName = (publicUrl: string): string => cookieName(publicUrl, 'cpof-device')

/** The value of a cookie that a request carries, or null. */
export function readCookie(headers: HeaderReader, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [given, ...value] = pair.split('=')
    if (given?.trim() === name) return value.join('=').trim()
  }
  return null
}

/** A `Set-Cookie` that scripts cannot read; `seconds` 0 takes the cookie away. */
export function setCookie(
  publicUrl: string,
  { name, value, seconds }: { name: string; value: string; seconds: number },
): string {
  return [
    `${name}=${value}`,
    `Max-Age=${Math.max(0, Math.floor(seconds))}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(publicUrl) ? ['Secure'] : []),
  ].join('; ')
}
