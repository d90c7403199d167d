import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL, getSafeRedirect } from 'payload/shared'
import { Logo } from '../graphics/Logo.tsx'
import { SignIn } from './SignIn.tsx'

/** The page of signing in, in place of Payload's, which knows a password alone. */
export function SignInView({ initPageResult, searchParams }: AdminViewServerProps) {
  const { user, payload } = initPageResult.req
  const { admin } = payload.config.routes
  const asked = searchParams?.['redirect']
  const to = getSafeRedirect({ fallbackTo: admin, redirectTo: Array.isArray(asked) ? (asked[0] ?? '') : (asked ?? '') })
  if (user) redirect(to)
  return (
    <>
      <div className="login__brand">
        <Logo />
      </div>
      <SignIn redirect={to} forgot={formatAdminURL({ adminRoute: admin, path: payload.config.admin.routes.forgot })} />
    </>
  )
}
