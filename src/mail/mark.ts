import { markTileSvg } from '../lib/mark.ts'
import { MARK_PNG_BASE64 } from './mark-png.ts'
import { COLOURS } from './theme.ts'

/** `Content-ID` under which an e-mail shows the mark: `<img src="cid:…">`. */
export const MARK_CID = 'mark@cpof'

/** Pixels: three for each that an e-mail shows. */
export const MARK_PNG_SIZE = 144

/** The drawing of which {@link markPng} is the picture: on its tile, since clients darken the page around it. */
export const MARK_TILE = markTileSvg(COLOURS.paper, COLOURS.accent)

/** The mark as PNG: mail clients remove inline SVG and `data:` images, and load nothing from afar unasked. */
export function markPng(): Buffer {
  return Buffer.from(MARK_PNG_BASE64, 'base64')
}
