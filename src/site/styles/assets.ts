import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { sha256 } from '../../lib/hash.ts'

/** A file of the look, served under an address that changes with its content: to be cached for ever. */
type Asset = { path: string; type: string; body: Buffer }

export type Assets = {
  /** The files that the head of a page names. */
  links: { stylesheet: string; font: string; icon: string }
  files: readonly Asset[]
}

const FONT = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'

/** The path in its package of the one file of the font family that is served: latin, upright, variable weight. */
export function fontFile(): string {
  return createRequire(import.meta.url).resolve(FONT)
}

/**
 * Reads the style sheet and the icon from the folder `public/` and the font from its package.
 * @throws when one of them is not there: the server must not start without its look.
 */
export async function loadAssets(publicFolder: string): Promise<Assets> {
  const [fontBody, css, iconBody] = await Promise.all([
    readFile(fontFile()),
    readFile(path.join(publicFolder, 'site.css'), 'utf8'),
    readFile(path.join(publicFolder, 'favicon.svg')),
  ])
  const font = asset('atkinson-hyperlegible-next', 'woff2', 'font/woff2', fontBody)
  const stylesheet = asset(
    'site',
    'css',
    'text/css; charset=utf-8',
    Buffer.from(packed(css).replace('/assets/font.woff2', font.path)),
  )
  const icon = asset('favicon', 'svg', 'image/svg+xml', iconBody)
  return {
    links: { stylesheet: stylesheet.path, font: font.path, icon: icon.path },
    files: [stylesheet, font, icon],
  }
}

/** A style sheet without its comments and blanks, which are for its authors. No text in quotes has any of them. */
const packed = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?|(:) /g, '$1$2')
    .trim()

function asset(name: string, extension: string, type: string, body: Buffer): Asset {
  const digest = sha256(body).slice(0, 12)
  return { path: `/assets/${name}.${digest}.${extension}`, type, body }
}
