import { existsSync } from 'node:fs'
import path from 'node:path'

/** The `file:` URL of a path, with what a URL would take for its own escaped: `%`, `?` and `#` may be in any folder's name. */
export const urlOfFile = (file: string): string =>
  `file:${encodeURI(path.resolve(file)).replace(/[?#]/g, encodeURIComponent)}`

/** A path with its escapes read; one that holds something else than escapes is taken as it is. */
function unescaped(given: string): string {
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}

/**
 * The absolute path that a `file:` URL names, be it escaped as URLs are or a plain path behind `file:`. Where both
 * readings are possible, the one whose folder exists is meant, else the escaped one.
 */
export function fileOfUrl(url: string): string {
  const given = url.slice('file:'.length).replace(/^\/\/(localhost)?(?=\/)/, '')
  const plain = path.resolve(given)
  const read = path.resolve(unescaped(given))
  return plain !== read && !existsSync(path.dirname(read)) && existsSync(path.dirname(plain)) ? plain : read
}
