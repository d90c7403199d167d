import type { Payload } from 'payload'
import {
  beginPasskeyOf,
  beginTotp,
  confirmPasskey,
  confirmTotp,
  newCodesOf,
  removeFactor,
} from '../../accounts/enrol.ts'
import { finishSignIn } from '../../accounts/finish-sign-in.ts'
import { holderOf, type Holder } from '../../accounts/holder.ts'
import { fields, foreign, optional, optionalText, secret } from '../../input/fields.ts'
import type { User } from '../../payload-types.ts'
import { deviceLabel } from '../../security/device.ts'
import { reauthenticate } from '../../security/reauthenticate.ts'
import { factorsOf, isFactor } from '../../security/second-factor/factors.ts'
import { needsSecondFactor } from '../../security/second-factor/required.ts'
import { posting, postingSecret, type OwnEndpoint, type Posted } from '../posting.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import { signedInAnswer, visitorOf } from './visitor.ts'

const LONGEST_LABEL = 60

/** What proves oneself again. */
const PROOF = fields({ currentPassword: optional(secret()), code: optional(secret()) })

async function heldBy({ req }: Pick<Ask, 'req'>): Promise<Holder> {
  const holder = await holderOf(req)
  if (!holder) throw signInFirst()
  return holder
}

/** Changing how one signs in takes more than a session; one that only enrols has just shown the password. */
async function proved(ask: Posted<typeof PROOF>): Promise<Holder> {
  const holder = await heldBy(ask)
  const proof = await ask.body()
  if (!holder.enrolling) await reauthenticate(ask.req.payload, holder.user.id, proof)
  return holder
}

/** What a new second factor gives: recovery codes with the first one, and a whole session where only enrolling was allowed. */
async function added(
  ask: Pick<Ask, 'req' | 'client'>,
  { user, enrolling }: Holder,
  recoveryCodes: string[],
): Promise<Response> {
  if (!enrolling) return respond({ message: 'Votre second facteur est enregistré.', recoveryCodes })
  const { payload } = ask.req
  const signedIn = await finishSignIn(payload, {
    account: user,
    visitor: visitorOf(ask),
    method: 'enrolment',
    quiet: true,
  })
  const answer = await signedInAnswer(ask, signedIn, 'Votre second facteur est enregistré.')
  const given: unknown = await answer.json()
  return Response.json({ ...(typeof given === 'object' ? given : {}), recoveryCodes }, { headers: answer.headers })
}

/** Begins to enrol a second factor, for who proves themselves. */
const beginning = (path: string, begin: (payload: Payload, account: User) => Promise<object>): OwnEndpoint =>
  postingSecret(path, PROOF, async (ask) => {
    const holder = await proved(ask)
    return respond(await begin(ask.req.payload, holder.user))
  })

/** One's own second factors: an application, passkeys, recovery codes. */
export const secondFactorEndpoints: OwnEndpoint[] = [
  {
    path: '/second-factor',
    method: 'get',
    handler: endpoint(async (ask) => {
      const { user, enrolling } = await heldBy(ask)
      const all = await factorsOf(ask.req.payload, user.id)
      return respond({
        required: needsSecondFactor(ask.req.payload, user),
        enrolling,
        factors: all.filter(isFactor).map(({ id, kind, label, createdAt, usedAt }) => ({
          id,
          kind,
          label: label ?? null,
          since: createdAt,
          lastUsed: usedAt ?? null,
        })),
        recoveryCodesLeft: all.filter((each) => !isFactor(each) && !each.usedAt).length,
      })
    }),
  },
  beginning('/second-factor/totp', beginTotp),
  postingSecret(
    '/second-factor/totp/confirm',
    fields({ attempt: optional(secret()), code: optional(secret()) }),
    async (ask) => {
      const holder = await heldBy(ask)
      const answer = await ask.body()
      return added(
        ask,
        holder,
        await confirmTotp(ask.req.payload, answer, {
          account: holder.user,
          visitor: visitorOf(ask),
          enrolling: holder.enrolling,
        }),
      )
    },
  ),
  beginning('/second-factor/passkey', beginPasskeyOf),
  postingSecret(
    '/second-factor/passkey/confirm',
    fields({ attempt: optional(secret()), response: optional(foreign()), label: optionalText(LONGEST_LABEL) }),
    async (ask) => {
      const holder = await heldBy(ask)
      const { attempt, response, label } = await ask.body()
      const named = label ?? `Clé d’accès, ${deviceLabel(ask.client.userAgent) ?? 'appareil inconnu'}`
      return added(
        ask,
        holder,
        await confirmPasskey(
          ask.req.payload,
          { attempt, response, label: named.slice(0, LONGEST_LABEL) },
          { account: holder.user, visitor: visitorOf(ask), enrolling: holder.enrolling },
        ),
      )
    },
  ),
  postingSecret('/second-factor/recovery-codes', PROOF, async (ask) => {
    const holder = await proved(ask)
    return respond({
      message: 'Les anciens codes ne valent plus.',
      recoveryCodes: await newCodesOf(ask.req.payload, { account: holder.user, visitor: visitorOf(ask) }),
    })
  }),
  posting('/second-factor/:id/remove', PROOF, async (ask) => {
    const holder = await proved(ask)
    await removeFactor(ask.req.payload, ask.param('id'), { account: holder.user, visitor: visitorOf(ask) })
    return respond({ message: 'Le second facteur est retiré.' })
  }),
]
