import { fileTypeFromBuffer } from 'file-type'
import type { SharpDependency } from 'payload'
import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { DomainError, type Messages } from './errors.ts'

/** Pixels of the largest picture that is taken, over all its frames: a camera makes 24 to 48 million. */
const MOST_PIXELS = 50_000_000
/** Seconds that one step of the work on a picture may take. */
const LONGEST_STEP_S = 15

const refused = (code: string, messages: Messages) => new DomainError('FileError', code, 400, messages, { at: 'file' })

const TOO_MANY_PIXELS = () =>
  refused('too-many-pixels', {
    fr: 'Cette image compte plus de 50\u00a0millions de pixels\u00a0: réduisez-la, puis déposez-la.',
    en: 'This picture has more than 50 million pixels: make it smaller, then upload it.',
  })
const DAMAGED = () =>
  refused('file-damaged', {
    fr: 'Cette image est incomplète ou abîmée\u00a0: enregistrez-la de nouveau, puis déposez-la.',
    en: 'This picture is incomplete or damaged: save it again, then upload it.',
  })

/** Payload's way to `sharp`, with the limits of pixels and time: it scales on threads that are not the requests'. */
export const boundedSharp: SharpDependency = (input, options?: SharpOptions) =>
  sharp(input, { ...options, limitInputPixels: MOST_PIXELS }).timeout({ seconds: LONGEST_STEP_S })

/** How each kind of picture is encoded again; a photograph keeps all that one sees. */
const WRITTEN: Record<string, (picture: Sharp) => Sharp> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 90 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 90 }),
  'image/avif': (picture) => picture.avif({ quality: 70, effort: 2 }),
}

/**
 * A picture without what the camera noted in it (place, time, owner), upright, with its colours as they are; null when
 * the bytes are no picture of a kind that is kept. What it would cost is read from its first bytes before it is decoded.
 * @throws DomainError 400 `too-many-pixels` or `file-damaged`
 */
export async function plainPicture(data: Buffer): Promise<Buffer | null> {
  const write = WRITTEN[(await fileTypeFromBuffer(data))?.mime ?? '']
  if (!write) return null
  let frames: number
  try {
    const { width, height, pages = 1, pageHeight = height } = await sharp(data, { limitInputPixels: false }).metadata()
    if (width * Math.max(height, pageHeight * pages) > MOST_PIXELS) throw TOO_MANY_PIXELS()
    frames = pages
  } catch (error) {
    throw error instanceof DomainError ? error : DAMAGED()
  }
  try {
    const picture = sharp(data, { limitInputPixels: MOST_PIXELS, animated: frames > 1 }).timeout({
      seconds: LONGEST_STEP_S,
    })
    return await write(picture.autoOrient().keepIccProfile()).toBuffer()
  } catch {
    throw DAMAGED()
  }
}
