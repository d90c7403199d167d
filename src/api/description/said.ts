import type { z } from 'zod'
import type { Messages } from '../../lib/errors.ts'
import type { OwnEndpoint } from '../posting.ts'
import type { Caller } from './callers.ts'

/** What an endpoint of ours says of itself, for the description of the API: what nothing else of it tells. */
export type Said = {
  /** What it does, in a few words. */
  summary?: Messages
  /** Who may ask: `readers` of the team are those who read the collection; without it, who is signed in. */
  by?: readonly Caller[] | 'readers'
  /** What it answers when it did it; without it, an object of any kind. */
  answer?: z.ZodType
  status?: 200 | 201
  /** Its own refusals by their status: each by its code. */
  refusals?: Readonly<Record<number, readonly string[]>>
  /** The states of an application in which it is possible. */
  from?: readonly string[]
  /** Kinds of files that it answers with, in place of JSON. */
  produces?: readonly string[]
  /** What may be sent as it stands, where something is. */
  example?: unknown
  /** A form that is sent in place of JSON, where its fields are read by no schema. */
  form?: z.ZodType
}

/** An endpoint with what it says of itself. What is said before stands, but for what is said anew. */
export const saying = <Each extends OwnEndpoint>(endpoint: Each, said: Said): Each => ({
  ...endpoint,
  custom: { ...endpoint.custom, says: { ...saidOf(endpoint), ...said } },
})

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null

/** What an endpoint says of itself; nothing where it is not ours. */
export const saidOf = ({ custom }: Pick<OwnEndpoint, 'custom'>): Said => {
  const says: unknown = custom?.['says']
  return isSaid(says) ? says : {}
}
