import type { TestApp } from './app.ts'
import { callApi, type Answer } from './api.ts'
import { application } from './factories.ts'
import { lastToken } from './outbox.ts'

export type Applied = { id: string; reference: string }

type Signed = {
  reference: string
  status: string
  signedAt: string
  charterVersion: { number: number; sha256: string }
}

/** Applies by the API. */
export async function applied(app: TestApp, changes: Parameters<typeof application>[0] = {}): Promise<Applied> {
  const { status, body } = await callApi<{ doc: Applied }>(app, '/adhesions', { body: application(changes) })
  if (status !== 201) throw new Error(`The application was answered ${status}: ${JSON.stringify(body)}`)
  return body.doc
}

/** Signs by the API with a token. */
export const signWith = (app: TestApp, token: string, changes: Record<string, unknown> = {}): Promise<Answer<Signed>> =>
  callApi<Signed>(app, '/adhesions/sign', { body: { token, fullName: 'Jeanne Martin', accept: true, ...changes } })

/** Applies and signs by the link of the e-mail that is owed. */
export async function signed(
  app: TestApp,
  changes: Parameters<typeof application>[0] = {},
): Promise<Applied & { signToken: string }> {
  const file = await applied(app, changes)
  const signToken = await lastToken(app.payload, { adhesion: file.id, template: 'signature-link' })
  const { status, body } = await signWith(app, signToken)
  if (status !== 200) throw new Error(`The signature was answered ${status}: ${JSON.stringify(body)}`)
  return { ...file, signToken }
}
