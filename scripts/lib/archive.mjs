// @ts-check
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

import { installedPackages, noticesOf } from './notices.mjs'
import { run } from './processes.mjs'
import { inProject, root } from './project.mjs'
import { filesOfInstallation } from './trace.mjs'

/** @param {number} bytes */
const inMegabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`

/** The list of what is delivered, for whoever watches for vulnerabilities (CycloneDX). */
const writeSbom = async () => {
  const npm = process.env.npm_execpath
  const args = ['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const { status, output } =
    npm && /\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], { quiet: true })
      : await run('npm', args, { quiet: true })
  if (status !== 0) throw new Error(`npm sbom failed: ${output}`)
  writeFileSync(inProject('dist', 'sbom.cdx.json'), output.slice(output.indexOf('{')))
}

/**
 * Packs a finished build with what it opens, and nothing else, into one file that can be carried to a machine with the
 * same system: there it needs Node alone, no installation and no build.
 *
 * @returns {Promise<{ file: string, summary: string }>} `file` relative to the project
 */
export const packInstallation = async () => {
  const { create } = await import('tar')
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
  await writeSbom()
  writeFileSync(inProject('dist', 'NOTICES.txt'), noticesOf(installedPackages().filter(({ dev }) => !dev)))
  const files = await filesOfInstallation()
  const file = `dist/cpof-${version}-${process.platform}-${process.arch}.tar.gz`
  rmSync(inProject(file), { force: true })
  await create(
    { cwd: root, file: inProject(file), gzip: true, portable: true, prefix: 'cpof', noDirRecurse: true },
    files,
  )
  const unpacked = files.reduce((sum, each) => sum + statSync(inProject(each)).size, 0)
  return {
    file,
    summary: `${files.length} files, ${inMegabytes(unpacked)}; packed ${inMegabytes(statSync(inProject(file)).size)}`,
  }
}
