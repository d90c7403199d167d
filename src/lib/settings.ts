import type { Payload } from 'payload'
import type { Env } from '../env.ts'

/** The settings the running instance was started with (`config.custom`, which never reaches a browser). */
export function settingsOf(payload: Pick<Payload, 'config'>): Env {
  const { env } = payload.config.custom as { env: Env }
  return env
}
