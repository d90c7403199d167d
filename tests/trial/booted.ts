import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { vi } from 'vitest'

/** A system of its own with systemd as its process 1: this machine's programs, an empty /etc and /var, this machine's network. */
export type Booted = {
  /** What a command wrote there. @throws Error with what it wrote when it did not end well */
  run: (program: string, ...args: string[]) => string
  /** The same for a command that may end otherwise. */
  tried: (program: string, ...args: string[]) => { status: number | null; output: string }
  halt: () => Promise<void>
}

/** The signal on which systemd halts the system (systemd(1), SIGRTMIN+3). */
const SIGRTMIN_3 = 37

const childOf = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0] || undefined
  } catch {
    return undefined
  }
}

/**
 * Boots a system with `systemd-nspawn`, which takes root.
 * @param binds what of this machine is to be seen there, read only: its place here and its place there
 */
export async function booted(binds: Readonly<Record<string, string>>): Promise<Booted> {
  const container: ChildProcess = spawn(
    'systemd-nspawn',
    [
      '--quiet',
      '--register=no',
      '--keep-unit',
      `--machine=cpof-trial-${process.pid}`,
      '--directory=/',
      '--volatile=yes',
      '--console=pipe',
      '--boot',
      ...Object.entries(binds).map(([here, there]) => `--bind-ro=${here}:${there}`),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  container.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  container.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const tried = (program: string, ...args: string[]) => {
    const init = container.pid === undefined ? undefined : childOf(container.pid)
    if (init === undefined) return { status: null, output: `It does not run.\n${said}` }
    const { status, stdout, stderr } = spawnSync(
      'nsenter',
      ['--target', init, '--all', '--wd=/', '--', program, ...args],
      { encoding: 'utf8' },
    )
    return { status, output: `${stdout}${stderr}` }
  }
  await vi.waitUntil(
    () => {
      if (container.exitCode !== null) throw new Error(`No system was booted.\n${said}`)
      // What is installed on this machine and fails there, in an empty /etc, is of no matter.
      return /^(running|degraded)$/m.test(tried('systemctl', 'is-system-running').output)
    },
    { timeout: 120_000, interval: 500 },
  )
  return {
    tried,
    run: (program, ...args) => {
      const { status, output } = tried(program, ...args)
      if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${output}`)
      return output.trim()
    },
    halt: async () => {
      if (container.exitCode !== null || container.pid === undefined) return
      const ended = once(container, 'exit')
      const init = childOf(container.pid)
      if (init !== undefined) process.kill(Number(init), SIGRTMIN_3)
      const late = setTimeout(() => container.kill('SIGKILL'), 60_000)
      await ended
      clearTimeout(late)
    },
  }
}
