import type { ReactElement } from 'react'
import { sizeOf } from './file-size.ts'
import { safeHref } from './href.ts'

type Props = {
  /** A document of `media`, or its id when it was not loaded: nothing is shown then. */
  media: unknown
  caption?: string
  /** The alternative text here, in place of the one of its file. */
  alt?: string
}

/** An image of the media library as a figure; any other file as a link to it. */
export function Picture({ media, caption = '', alt }: Props): ReactElement | null {
  if (typeof media !== 'object' || media === null) return null
  const file = new Map<string, unknown>(Object.entries(media))
  const src = safeHref(file.get('url'))
  if (src === null) return null
  const words = caption || text(file.get('caption'))
  if (!text(file.get('mimeType')).startsWith('image/')) {
    return (
      <p>
        <a href={src} type={text(file.get('mimeType')) || undefined}>
          {words || text(file.get('title')) || text(file.get('filename')) || src}
          {whatItIs(file)}
        </a>
      </p>
    )
  }
  const versions = versionsOf(file.get('sizes'))
  return (
    <figure role={words ? 'group' : undefined} aria-label={words || undefined}>
      <img
        src={versions.at(-1)?.url ?? src}
        srcSet={versions.length > 1 ? versions.map(({ url, width }) => `${url} ${width}w`).join(', ') : undefined}
        sizes={versions.length > 1 ? SIZES : undefined}
        alt={alt ?? text(file.get('alt'))}
        lang={alt === undefined ? text(file.get('altLang')) || undefined : undefined}
        width={pixels(file.get('width'))}
        height={pixels(file.get('height'))}
        loading="lazy"
        decoding="async"
      />
      {words && <figcaption>{words}</figcaption>}
    </figure>
  )
}

/** About how wide a picture is shown: the width of a text at most. */
const SIZES = '(min-width: 48rem) 46rem, 100vw'

/** The picture in the widths in which it is kept, the narrowest first. */
function versionsOf(sizes: unknown): { url: string; width: number }[] {
  const versions = typeof sizes === 'object' && sizes !== null ? Object.values(sizes) : []
  const kept = versions.flatMap((version: unknown) => {
    const known = new Map<string, unknown>(
      typeof version === 'object' && version !== null ? Object.entries(version) : [],
    )
    const [url, width] = [safeHref(known.get('url')), pixels(known.get('width'))]
    return url !== null && width !== undefined ? [[width, { url, width }] as const] : []
  })
  return [...new Map(kept).values()].sort((a, b) => a.width - b.width)
}

/** The kind and size of a file: who follows its link opens no page. */
function whatItIs(file: ReadonlyMap<string, unknown>): string {
  const kind = /[^/.]+$/.exec(text(file.get('mimeType')))?.[0].toUpperCase()
  const size = file.get('filesize')
  const facts = [kind, typeof size === 'number' ? sizeOf(size) : undefined].filter(Boolean)
  return facts.length > 0 ? ` (${facts.join(', ')})` : ''
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function pixels(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
}
