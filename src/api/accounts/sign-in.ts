import { finishSignIn } from '../../accounts/finish-sign-in.ts'
import { forgotPassword } from '../../accounts/forgot-password.ts'
import { resetPassword } from '../../accounts/reset-password.ts'
import { checkPassword } from '../../accounts/sign-in.ts'
import { endpoint, respond } from '../respond.ts'
import type { OwnEndpoint } from '../governance/secretariat-endpoint.ts'
import { signedInAnswer, textIn, visitorOf } from './visitor.ts'

const SIGNED_IN = 'Vous êtes connecté.'

/** In place of Payload's own: the same addresses, the same answers, and our rules. */
export const signInEndpoints: OwnEndpoint[] = [
  {
    path: '/login',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { payload } = ask.req
      const body = await ask.json()
      const visitor = visitorOf(ask)
      const account = await checkPassword(payload, { email: textIn(body, 'email'), password: textIn(body, 'password'), visitor })
      return signedInAnswer(ask, await finishSignIn(payload, { account, visitor, method: 'password' }), SIGNED_IN)
    }),
  },
  {
    path: '/forgot-password',
    method: 'post',
    handler: endpoint(async (ask) => {
      const body = await ask.json()
      forgotPassword(ask.req.payload, { email: textIn(body, 'email'), visitor: visitorOf(ask) })
      return respond({ message: 'Si un compte a cette adresse, un courriel y part.' })
    }),
  },
  {
    path: '/reset-password',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { payload } = ask.req
      const body = await ask.json()
      const visitor = visitorOf(ask)
      const account = await resetPassword(payload, { token: textIn(body, 'token'), password: textIn(body, 'password'), visitor })
      const signedIn = await finishSignIn(payload, { account, visitor, method: 'password-link', quiet: true })
      return signedInAnswer(ask, signedIn, 'Votre mot de passe est choisi.')
    }),
  },
]
