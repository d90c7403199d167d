import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawing, MARK, markTileSvg } from '../../lib/mark.ts'
import { fontFile, loadAssets } from './assets.ts'

const folder = path.resolve(import.meta.dirname, '../../../public')
const css = readFileSync(path.join(folder, 'site.css'), 'utf8')

/** The colours of the light scheme, and of the dark one where it differs. */
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
const colours = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
const schemes = { light: colours(light), dark: { ...colours(light), ...colours(dark.split('@layer base')[0] ?? '') } }

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe.each(Object.entries(schemes))('the colours of the %s scheme', (_name, scheme) => {
  it.each([
    ['ink', 'paper'],
    ['ink', 'wood'],
    ['quiet', 'paper'],
    ['quiet', 'wood'],
    ['accent', 'paper'],
    ['on-accent', 'accent'],
    ['paper', 'ink'],
    ['good', 'paper'],
    ['warn', 'paper'],
    ['bad', 'paper'],
    ['paper', 'bad'],
    ['on-night', 'night'],
  ])('%s can be read on %s: at least 7 to 1', (text, ground) => {
    expect(contrast(scheme[text] ?? '', scheme[ground] ?? '')).toBeGreaterThanOrEqual(7)
  })

  it.each([
    ['field', 'paper'],
    ['field', 'wood'],
    ['accent', 'wood'],
  ])('%s can be seen on %s: at least 3 to 1', (shape, ground) => {
    expect(contrast(scheme[shape] ?? '', scheme[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

describe('the style sheet', () => {
  it('weighs less than 8 kB as it travels, and is in layers', async () => {
    const [served] = (await loadAssets(folder)).files
    expect(gzipSync(served?.body ?? '').length).toBeLessThan(8_000)
    expect(served?.body.length).toBeGreaterThan(10_000)
    expect(served?.body.toString()).toMatch(/^@layer reset,tokens,base,blocks,print;/)
  })

  it('sets nothing smaller than 15 px on screen', () => {
    const sizes = [...(css.split('@layer print {')[0] ?? '').matchAll(/font-size: ([\d.]+)rem/g)].map(([, size]) =>
      Number(size),
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.9375)
  })
})

describe('the files of the look', () => {
  it('are served under addresses that change with their content, the font named in the style sheet', async () => {
    const { links, files } = await loadAssets(folder)
    expect(files.map((file) => file.path)).toEqual([links.stylesheet, links.font, links.icon])
    for (const file of files) expect(file.path).toMatch(/^\/assets\/[\w-]+\.[0-9a-f]{12}\.(css|woff2|svg)$/)
    expect(files[0]?.body.toString()).toContain(`url('${links.font}')`)
    expect(files[1]?.body.subarray(0, 4).toString()).toBe('wOF2')
  })

  it('take the font from its package', () => {
    expect(existsSync(fontFile())).toBe(true)
  })

  it('show the one mark', () => {
    expect(readFileSync(path.join(folder, 'mark.svg'), 'utf8')).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${MARK.width} ${MARK.height}">${drawing('#0b5d5a')}</svg>\n`,
    )
    expect(readFileSync(path.join(folder, 'favicon.svg'), 'utf8')).toBe(markTileSvg('#fbf9f4', '#0b5d5a'))
  })
})
