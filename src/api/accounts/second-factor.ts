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
import type { User } from '../../payload-types.ts'
import { deviceLabel } from '../../security/device.ts'
import { reauthenticate } from '../../security/reauthenticate.ts'
import { factorsOf, isFactor } from '../../security/second-factor/factors.ts'
import { needsSecondFactor } from '../../security/second-factor/required.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'
import type { OwnEndpoint } from '../governance/secretariat-endpoint.ts'
import { signedInAnswer, visitorOf } from './visitor.ts'

const LONGEST_LABEL = 60

type Proved = { holder: Holder; body: Record<string, unknown> }

async function heldBy({ req }: Ask): Promise<Holder> {
  const holder = await holderOf(req)
  if (!holder) throw signInFirst()
  return holder
}

/** Changing how one signs in takes more than a session; one that only enrols has just shown the password. */
async function proved(ask: Ask): Promise<Proved> {
  const holder = await heldBy(ask)
  const body = await ask.json()
  if (!holder.enrolling) await reauthenticate(ask.req.payload, holder.user.id, body)
  return { holder, body }
}

/** What a new second factor gives: recovery codes with the first one, and a whole session where only enrolling was allowed. */
async function added(ask: Ask, { user, enrolling }: Holder, recoveryCodes: string[]): Promise<Response> {
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
const beginning = (path: string, begin: (payload: Payload, account: User) => Promise<object>): OwnEndpoint => ({
  path,
  method: 'post',
  handler: endpoint(async (ask) => {
    const { holder } = await proved(ask)
    return respond(await begin(ask.req.payload, holder.user))
  }),
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
  {
    path: '/second-factor/totp/confirm',
    method: 'post',
    handler: endpoint(async (ask) => {
      const holder = await heldBy(ask)
      const { attempt, code } = await ask.json()
      return added(
        ask,
        holder,
        await confirmTotp(
          ask.req.payload,
          { attempt, code },
          { account: holder.user, visitor: visitorOf(ask), enrolling: holder.enrolling },
        ),
      )
    }),
  },
  beginning('/second-factor/passkey', beginPasskeyOf),
  {
    path: '/second-factor/passkey/confirm',
    method: 'post',
    handler: endpoint(async (ask) => {
      const holder = await heldBy(ask)
      const { attempt, response, label } = await ask.json()
      const named =
        typeof label === 'string' && label.trim() !== ''
          ? label.trim()
          : `Clé d’accès, ${deviceLabel(ask.client.userAgent) ?? 'appareil inconnu'}`
      return added(
        ask,
        holder,
        await confirmPasskey(
          ask.req.payload,
          { attempt, response, label: named.slice(0, LONGEST_LABEL) },
          { account: holder.user, visitor: visitorOf(ask), enrolling: holder.enrolling },
        ),
      )
    }),
  },
  {
    path: '/second-factor/recovery-codes',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { holder } = await proved(ask)
      return respond({
        message: 'Les anciens codes ne valent plus.',
        recoveryCodes: await newCodesOf(ask.req.payload, { account: holder.user, visitor: visitorOf(ask) }),
      })
    }),
  },
  {
    path: '/second-factor/:id/remove',
    method: 'post',
    handler: endpoint(async (ask) => {
      const { holder } = await proved(ask)
      await removeFactor(ask.req.payload, ask.param('id'), { account: holder.user, visitor: visitorOf(ask) })
      return respond({ message: 'Le second facteur est retiré.' })
    }),
  },
]
