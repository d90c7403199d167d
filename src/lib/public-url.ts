const HOST = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * The address of a public web site, http or https; without either, https is understood. Undefined for other schemes, for a
 * name or password in the address, and for hosts that are a number or have no dot.
 */
export function publicUrl(typed: string): URL | undefined {
  // The URL parser drops tabs and line ends inside an address; they are a fault here.
  if (/\s/.test(typed)) return undefined
  const address = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && !url.username && !url.password && HOST.test(url.hostname) ? url : undefined
}
