import { afterFirstStep } from '../../accounts/after-first-step.ts'
import { forgotPassword } from '../../accounts/forgot-password.ts'
import { resetPassword } from '../../accounts/reset-password.ts'
import { askForCode, signInByCode } from '../../accounts/mailed-code.ts'
import { beginPasskey, signInByPasskey } from '../../accounts/passkey.ts'
import { takeSecondStep } from '../../accounts/second-step.ts'
import { checkPassword } from '../../accounts/sign-in.ts'
import { fields, foreign, optional, secret, text } from '../../input/fields.ts'
import { hasSecondFactor } from '../../security/second-factor/factors.ts'
import { posting, postingSecret, type OwnEndpoint } from '../posting.ts'
import { respond } from '../respond.ts'
import { deviceCookieOf, signedInAnswer, visitorOf } from './visitor.ts'
import { LENGTHS } from '../../input/lengths.ts'

const SIGNED_IN = 'Vous êtes connecté.'
const CHOSEN = 'Votre mot de passe est choisi.'

/** What names a sign-in that was begun: without it, as with one that nobody began, it is over (401 `attempt-over`). */
const attempt = optional(secret())

/** An address as it is typed: whether there is such an account is not said here. */
const typedEmail = () => text(LENGTHS.email)

/** In place of Payload's own: the same addresses, the same answers, and our rules. */
export const signInEndpoints: OwnEndpoint[] = [
  postingSecret('/login', fields({ email: typedEmail(), password: secret() }), async (ask) => {
    const { payload } = ask.req
    const visitor = visitorOf(ask)
    const account = await checkPassword(payload, { ...(await ask.body()), visitor })
    return signedInAnswer(ask, await afterFirstStep(payload, { account, visitor, method: 'password' }), SIGNED_IN)
  }),
  postingSecret(
    '/login/second-factor',
    fields({
      challenge: attempt,
      code: optional(secret()),
      recoveryCode: optional(secret()),
      assertion: optional(foreign()),
    }),
    async (ask) => {
      const { challenge, ...answer } = await ask.body()
      return signedInAnswer(
        ask,
        await takeSecondStep(ask.req.payload, { challenge, answer, visitor: visitorOf(ask) }),
        SIGNED_IN,
      )
    },
  ),
  postingSecret('/login/code', fields({ email: typedEmail() }), async (ask) => {
    const { device, ...asked } = await askForCode(ask.req.payload, {
      ...(await ask.body()),
      visitor: visitorOf(ask),
    })
    const answer = respond({ message: 'Si ce compte se connecte par code, un courriel y part.', ...asked })
    answer.headers.append('Set-Cookie', deviceCookieOf(ask.req, device))
    return answer
  }),
  postingSecret('/login/code/confirm', fields({ attempt, code: optional(secret()) }), async (ask) =>
    signedInAnswer(
      ask,
      await signInByCode(ask.req.payload, { ...(await ask.body()), visitor: visitorOf(ask) }),
      SIGNED_IN,
    ),
  ),
  postingSecret('/login/passkey/options', fields({}), async ({ req, body }) => {
    await body()
    return respond(await beginPasskey(req.payload))
  }),
  postingSecret('/login/passkey', fields({ attempt, assertion: optional(foreign()) }), async (ask) =>
    signedInAnswer(
      ask,
      await signInByPasskey(ask.req.payload, { ...(await ask.body()), visitor: visitorOf(ask) }),
      SIGNED_IN,
    ),
  ),
  posting('/forgot-password', fields({ email: typedEmail() }), async (ask) => {
    await forgotPassword(ask.req.payload, { ...(await ask.body()), visitor: visitorOf(ask) })
    return respond({ message: 'Si un compte a cette adresse, un courriel y part.' })
  }),
  postingSecret('/reset-password', fields({ token: secret(), password: secret() }), async (ask) => {
    const { payload } = ask.req
    const visitor = visitorOf(ask)
    const account = await resetPassword(payload, { ...(await ask.body()), visitor })
    // A link proves a mailbox, not a second factor: whoever has one signs in with the password just chosen.
    if (await hasSecondFactor(payload, account.id)) return respond({ message: CHOSEN, user: null })
    return signedInAnswer(
      ask,
      await afterFirstStep(payload, { account, visitor, method: 'password-link', quiet: true }),
      CHOSEN,
    )
  }),
]
