import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export type ProjectCopy = {
  folder: string
  /** Changes a file; throws where it has nothing to change. */
  change: (file: string, from: string, to: string) => void
  remove: () => void
}

/** A copy of the project's sources to change and to run: its packages are those installed here, its caches its own. */
export function copyOfProject(): ProjectCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'cpof-copy-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const file of listed.split('\0').filter((name) => name !== '' && !name.startsWith('tests/'))) {
    cpSync(path.join(root, file), path.join(folder, file))
  }
  mkdirSync(path.join(folder, 'node_modules'))
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => each !== '.cache')) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  return {
    folder,
    change: (file, from, to) => {
      const full = path.join(folder, file)
      const text = readFileSync(full, 'utf8')
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
      writeFileSync(full, text.replace(from, to))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
