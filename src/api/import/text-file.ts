import { wrongInput } from '../../input/issue.ts'

/** Bytes of a text that is sent as a file: more than any text of an association, for a book has some 600 kB. */
export const MOST_BYTES = 1_000_000

/** The file that a form has under `file`. @throws DomainError 400 where there is none */
export function sentFile(form: FormData): File {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw wrongInput('file', 'text-file-missing')
  return file
}

/** The text in a file. @throws DomainError 400 where it is too long, or none */
export async function textOf(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw wrongInput('file', 'text-too-large')
  return textIn(await file.arrayBuffer())
}

const NOT_OF_TEXT = /[\0-\x08\x0e-\x1f]/

/**
 * A text in the encoding that it shows: UTF-16 by its byte order mark, UTF-8 where the bytes are that, else Windows-1252,
 * in which older programs of France write. A PDF or an office file may be either by chance; no text has such characters.
 */
function textIn(bytes: ArrayBuffer): string {
  const [first = 0, second = 0] = new Uint8Array(bytes)
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const source = marked ? decoded(bytes, marked) : (decoded(bytes, 'utf-8') ?? windows1252(bytes))
  if (source === null || NOT_OF_TEXT.test(source)) throw wrongInput('file', 'not-text')
  return source
}

function decoded(bytes: ArrayBuffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What Windows-1252 has from 0x80 on where Latin-1 has controls (WHATWG Encoding, index windows-1252). */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node's own decoder takes Windows-1252 for Latin-1 (20.20). */
const windows1252 = (bytes: ArrayBuffer): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign)
