import { afterFirstStep } from '../../accounts/after-first-step.ts'
import { forgotPassword } from '../../accounts/forgot-password.ts'
import { resetPassword } from '../../accounts/reset-password.ts'
import { askForCode, signInByCode } from '../../accounts/mailed-code.ts'
import { beginPasskey, signInByPasskey } from '../../accounts/passkey.ts'
import { takeSecondStep } from '../../accounts/second-step.ts'
import { checkPassword } from '../../accounts/sign-in.ts'
import { hasSecondFactor } from '../../security/second-factor/factors.ts'
import { endpoint, respond } from '../respond.ts'
import type { OwnEndpoint } from '../governance/secretariat-endpoint.ts'
import { deviceCookieOf, signedInAnswer, textIn, visitorOf } from './visitor.ts'

const SIGNED_IN = 'Vous êtes connecté.'
const CHOSEN = 'Votre mot de passe est choisi.'

/** In place of Payload's own: the same addresses, the same answers, and our rules. */
export const signInEndpoints: OwnEndpoint[] = [
  {
    path: '/login',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { payload } = ask.req
      const body = await ask.json()
      const visitor = visitorOf(ask)
      const account = await checkPassword(payload, {
        email: textIn(body, 'email'),
        password: textIn(body, 'password'),
        visitor,
      })
      return signedInAnswer(ask, await afterFirstStep(payload, { account, visitor, method: 'password' }), SIGNED_IN)
    }),
  },
  {
    path: '/login/second-factor',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { challenge, ...answer } = await ask.json()
      return signedInAnswer(
        ask,
        await takeSecondStep(ask.req.payload, { challenge, answer, visitor: visitorOf(ask) }),
        SIGNED_IN,
      )
    }),
  },
  {
    path: '/login/code',
    method: 'post',
    handler: endpoint(async (ask) => {
      const body = await ask.json()
      const { device, ...asked } = await askForCode(ask.req.payload, {
        email: textIn(body, 'email'),
        visitor: visitorOf(ask),
      })
      const answer = respond({ message: 'Si ce compte se connecte par code, un courriel y part.', ...asked })
      answer.headers.append('Set-Cookie', deviceCookieOf(ask.req, device))
      return answer
    }),
  },
  {
    path: '/login/code/confirm',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { attempt, code } = await ask.json()
      return signedInAnswer(
        ask,
        await signInByCode(ask.req.payload, { attempt, code, visitor: visitorOf(ask) }),
        SIGNED_IN,
      )
    }),
  },
  {
    path: '/login/passkey/options',
    method: 'post',
    handler: endpoint(async ({ req }) => respond(await beginPasskey(req.payload))),
  },
  {
    path: '/login/passkey',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { attempt, assertion } = await ask.json()
      return signedInAnswer(
        ask,
        await signInByPasskey(ask.req.payload, { attempt, assertion, visitor: visitorOf(ask) }),
        SIGNED_IN,
      )
    }),
  },
  {
    path: '/forgot-password',
    method: 'post',
    handler: endpoint(async (ask) => {
      const body = await ask.json()
      await forgotPassword(ask.req.payload, { email: textIn(body, 'email'), visitor: visitorOf(ask) })
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
      const account = await resetPassword(payload, {
        token: textIn(body, 'token'),
        password: textIn(body, 'password'),
        visitor,
      })
      // A link proves a mailbox, not a second factor: whoever has one signs in with the password just chosen.
      if (await hasSecondFactor(payload, account.id)) return respond({ message: CHOSEN, user: null })
      return signedInAnswer(
        ask,
        await afterFirstStep(payload, { account, visitor, method: 'password-link', quiet: true }),
        CHOSEN,
      )
    }),
  },
]
