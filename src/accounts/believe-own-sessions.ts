import type { Payload } from 'payload'
import { hashClearTokens } from './hash-clear-tokens.ts'

/**
 * At each start. Payload's own strategy is taken out: a token of an earlier release, or one that some operation of
 * Payload's would sign, is believed by nobody. Links to a password that an earlier release kept in clear are hashed.
 */
export async function believeOwnSessions(payload: Payload): Promise<void> {
  payload.authStrategies = payload.authStrategies.filter(({ name }) => name !== 'local-jwt')
  await hashClearTokens(payload)
}
