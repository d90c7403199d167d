import type { ServerProps } from 'payload'
import { settingsOf } from '../../lib/settings.ts'
import { buildId, platformVersion } from '../../lib/version.ts'

/** The version of the platform and its build, at the foot of the menu: what somebody who reports a fault can read out. */
export function Version({ payload, user }: ServerProps) {
  if (!user) return null
  const build = settingsOf(payload).CPOF_DEV === '1' ? null : buildId()
  return (
    <p className="running-version">
      Version {platformVersion()}
      {build !== null && ` (${build})`}
    </p>
  )
}
