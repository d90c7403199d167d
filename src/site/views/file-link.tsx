import type { ReactElement } from 'react'
import { sizeOf } from '../../content/file-size.ts'
import type { File } from '../../payload-types.ts'
import { fileHref } from '../file-href.ts'

/** A link to a PDF that says so, and how large it is. */
export function FileLink({ file: { filename, filesize }, label }: { file: File; label: string }): ReactElement | null {
  if (!filename) return null
  return (
    <a href={fileHref(filename)} type="application/pdf">
      {label} (PDF{filesize ? `, ${sizeOf(filesize)}` : ''})
    </a>
  )
}
