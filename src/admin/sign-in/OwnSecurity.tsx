'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { OwnFactors } from './OwnFactors.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import { OwnSessions } from './OwnSessions.tsx'

/** On one's own account: how one signs in, and where one is signed in. On another's, nothing. */
export function OwnSecurity() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  if (!user || id !== user.id) return null
  return (
    <div className="own-security">
      <OwnPassword account={String(user.id)} />
      <OwnFactors />
      <OwnSessions />
    </div>
  )
}
