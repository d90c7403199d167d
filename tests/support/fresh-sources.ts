import { vi } from 'vitest'

/**
 * Test files that share a process share what `node_modules` loaded and nothing else: the sources are evaluated anew for
 * each file, since the config reads the environment once, what hangs on `Symbol.for('cpof.…')`
 * goes with them, and the environment is what it was before the first.
 */
const shared = globalThis as typeof globalThis & {
  environmentOfTests?: Record<string, string | undefined>
  _payload?: Map<string, unknown>
}
shared.environmentOfTests ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in shared.environmentOfTests)) delete process.env[name]
Object.assign(process.env, shared.environmentOfTests)
shared._payload?.clear()
for (const symbol of Object.getOwnPropertySymbols(globalThis))
  if (Symbol.keyFor(symbol)?.startsWith('cpof.')) Reflect.deleteProperty(globalThis, symbol)
vi.resetModules()
