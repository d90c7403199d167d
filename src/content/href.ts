const WEB = /^https?:\/\/[^/]/i
const DIRECT = /^(mailto|tel):[^\s]/i
/** One slash and then neither a slash nor a backslash: browsers read both as "another host". */
const LOCAL = /^(\/(?![/\\])|#|\?)/

/** Browsers strip these inside an address before reading its scheme, so `java\nscript:` would run. */
const STRIPPED = /[\u0000-\u001f\u007f]/

/**
 * The address when a reader may safely follow it — web, e-mail, telephone, or a place on this site — and
 * null for everything else (`javascript:`, `data:`, another host in disguise, not a text).
 */
export function safeHref(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const href = address.trim()
  if (STRIPPED.test(href)) return null
  return WEB.test(href) || DIRECT.test(href) || LOCAL.test(href) ? href : null
}

/** A safe address for a text that is read away from this site: like {@link safeHref}, but whole web and e-mail addresses only. */
export function absoluteHref(address: unknown): string | null {
  const href = safeHref(address)
  return href !== null && (WEB.test(href) || /^mailto:/i.test(href)) ? href : null
}

/** A scheme at the start, where a browser looks for it: past spaces and what it strips. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i

/** Whether an address leads where no link of ours may: by another scheme, or to another host in disguise. Words that are no address lead nowhere. */
export function isHostileHref(address: string): boolean {
  const read = address.replace(/[\u0000-\u0020\u007f]/g, '')
  return (SCHEME.test(read) || /^[/\\]{2}/.test(read)) && safeHref(address) === null
}
