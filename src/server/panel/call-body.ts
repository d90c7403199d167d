const DEEPEST = 100
const FORBIDDEN_KEY = '__proto__'

/** The marks that React writes in place of values that JSON does not have. */
const SPECIAL = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|T$|n-?\d{1,100}$)/
const DATE = /^\$D(.{1,40})$/
const REFERENCE = /^\$0((?::[^:]{0,200}){0,100})$/

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** An own property, of an object or a list. */
const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

/** The value that a reference within a body names: the first place where the same object stood. Undefined for a text that is no reference. */
export function referred(root: unknown, text: string): unknown {
  const [, path] = REFERENCE.exec(text) ?? []
  if (path === undefined) return undefined
  return path.split(':').slice(1).reduce(own, root)
}

const isText = (root: unknown, text: string): boolean => {
  if (text.includes('\0')) return false
  if (!text.startsWith('$') || SPECIAL.test(text)) return true
  const [, date] = DATE.exec(text) ?? []
  return date === undefined ? isObject(referred(root, text)) : !Number.isNaN(Date.parse(date))
}

/**
 * Reads what a call sends as React writes it (`encodeReply`) where it is plain data: lists, objects, texts and the
 * marks for dates, repeated objects and the like. Nothing that React would look up, wait for or run.
 * @returns the arguments, or null for everything else
 */
export function readCall(text: string): unknown[] | null {
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return null
  }
  const isPlain = (value: unknown, depth: number): boolean => {
    if (typeof value === 'string') return isText(root, value)
    if (!isObject(value)) return true
    return (
      depth < DEEPEST &&
      Object.entries(value).every(
        ([key, each]) => key !== FORBIDDEN_KEY && !key.includes('\0') && isPlain(each, depth + 1),
      )
    )
  }
  return Array.isArray(root) && isPlain(root, 0) ? root : null
}
