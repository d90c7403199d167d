import sharp, { type Sharp } from 'sharp'
import { expect, it } from 'vitest'
import { MARK_PNG_SIZE, MARK_TILE, markPng } from './mark.ts'

const greys = (image: Sharp) => image.flatten().greyscale().raw().toBuffer()

it('shows in e-mails the same mark as everywhere', async () => {
  const drawn = sharp(Buffer.from(MARK_TILE)).resize(MARK_PNG_SIZE, MARK_PNG_SIZE)
  const expected = await greys(drawn.clone())
  const stored = await greys(sharp(markPng()))
  const differing = expected.filter((grey, at) => Math.abs(grey - (stored[at] ?? 0)) > 24).length
  const fresh = await drawn.png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer()
  expect(differing, `mark-png.ts is stale; its base64 is now ${fresh.toString('base64')}`).toBeLessThan(stored.length / 200)
})
