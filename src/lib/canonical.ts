import canonicalize from 'canonicalize'

/**
 * Canonical JSON by RFC 8785 (JCS): one text for one value, whatever the order of keys.
 * @throws TypeError for a value that JSON cannot hold (undefined, a function).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON form')
  return text
}
