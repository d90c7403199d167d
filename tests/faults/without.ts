import { setTimeout as wait } from 'node:timers/promises'
import type { ReplicaSet } from './replica-set.ts'

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Kills the primary; it comes back once there is another. */
export async function killPrimary(set: ReplicaSet): Promise<string> {
  const node = await set.primary()
  const begun = performance.now()
  await set.kill(node)
  await set.primary()
  const elected = seconds(begun)
  await set.revive(node)
  return `another took over after ${elected}`
}

/** Lets the primary stand still for so long; another takes over meanwhile. */
export async function freezePrimary(set: ReplicaSet, milliseconds: number): Promise<string> {
  const node = await set.primary()
  const begun = performance.now()
  const over = wait(milliseconds)
  node.process.kill('SIGSTOP')
  await set.primary(node)
  const elected = seconds(begun)
  await over
  node.process.kill('SIGCONT')
  return `another took over after ${elected}`
}

export async function freezeAll(set: ReplicaSet, milliseconds: number): Promise<void> {
  for (const { process } of set.all()) process.kill('SIGSTOP')
  await wait(milliseconds)
  for (const { process } of set.all()) process.kill('SIGCONT')
}

/** All at the same moment; they stay dead until {@link reviveAll}. */
export async function killAll(set: ReplicaSet): Promise<void> {
  await Promise.all(set.all().map(set.kill))
}

export async function reviveAll(set: ReplicaSet): Promise<void> {
  await Promise.all(set.all().map(set.revive))
  await set.primary()
}
