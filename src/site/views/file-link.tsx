import type { ReactElement } from 'react'
import type { File } from '../../payload-types.ts'
import { fileHref } from '../publications/hrefs.ts'

const KB = 1_000
const MB = 1_000_000

/** A link to a PDF that says so, and how large it is. */
export function FileLink({ file: { filename, filesize }, label }: { file: File; label: string }): ReactElement | null {
  if (!filename) return null
  return (
    <a href={fileHref(filename)} type="application/pdf">
      {label} (PDF{filesize ? `, ${sizeOf(filesize)}` : ''})
    </a>
  )
}

/** A size as French readers write it: « 340 ko », « 1,2 Mo ». */
export function sizeOf(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB))}\u00a0ko`
  return `${(bytes / MB).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`
}
