import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The version of the platform that runs, as its `package.json` says; the process stands in the project's folder. */
export function platformVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown'
}

/** The name that Next gave the panel when it was built, null where it is compiled on the fly: no two builds have the same. */
export function buildId(): string | null {
  const file = path.resolve('.next', 'BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
