import { Zip, ZipDeflate } from 'fflate'

/** A ZIP file that is written piece by piece. */
export type ZipBeingWritten = {
  /** Begins a file in it; `push` its bytes, with `true` behind the last ones, before another is begun. */
  begin: (name: string) => Pick<ZipDeflate, 'push'>
  /** Says that no file follows. */
  end: () => void
  /** The bytes that are ready since they were last taken; nothing else holds them. */
  taken: () => Uint8Array
}

/** Begins a ZIP file. */
export function beginZip(): ZipBeingWritten {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  return {
    begin: (name) => {
      const file = new ZipDeflate(name)
      zip.add(file)
      return file
    },
    end: () => zip.end(),
    taken: () => {
      const bytes = Buffer.concat(ready)
      ready = []
      return bytes
    },
  }
}
