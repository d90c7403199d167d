/**
 * How a file is sent under a name (RFC 6266): shown, or saved. Every sign of the name is written as RFC 8187 has it, so that
 * none ends the name or is taken for another.
 */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename*=UTF-8''${encoded}`
}
