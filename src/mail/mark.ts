import sharp from 'sharp'
import { markTileSvg } from '../lib/mark.ts'
import { COLOURS } from './theme.ts'

/** `Content-ID` under which an e-mail shows the mark: `<img src="cid:…">`. */
export const MARK_CID = 'mark@cpof'

/** Pixels: three for each that an e-mail shows. */
const SIZE = 144

/**
 * The mark as PNG, on its tile since clients darken the page around it. A picture because mail clients
 * remove inline SVG and `data:` images, and load nothing from afar unasked. Drawn anew each time, in some
 * milliseconds, so that there is no second copy of the drawing to go stale.
 */
export function markPng(): Promise<Buffer> {
  return sharp(Buffer.from(markTileSvg(COLOURS.paper, COLOURS.accent)))
    .resize(SIZE, SIZE)
    .png({ palette: true })
    .toBuffer()
}
