import { bundleFile, endBundler } from '../../scripts/lib/bundle.mjs'

/** Bundles what runs on threads of its own, once for the whole run: a thread cannot read the sources as the tests do. */
export async function setup(): Promise<void> {
  await bundleFile('src/workers/reading.ts', 'node_modules/.cache/cpof/workers/reading.mjs')
  await endBundler()
}
