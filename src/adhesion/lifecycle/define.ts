import type { Payload } from 'payload'
import type { z } from 'zod'
import { issueAt, invalidInput } from '../../input/issue.ts'
import { readOrRefuse } from '../../input/read.ts'
import type { Stored } from '../../record/attachments.ts'
import { type CheckedFile, checkFiles, type Upload, withFilesStored } from '../actions/attach-files.ts'
import type { Action, OnWhat, StaffAction } from './action.ts'
import type { ActorRole } from './actors.ts'
import type { DenialCode } from './denials.ts'
import { type Facts, type FileInHand, onFile, type Outcome } from './on-file.ts'

/** What is sent along, read: at least the revision that the caller acted on. */
type Given = { rev?: number | undefined }
type Files = readonly (CheckedFile & Stored)[]

/** What an action does, beside its row. */
type Deed<Sent> = {
  /** Whether what is sent is already done by this very person: answered with the present state, nothing written. */
  already?: (file: FileInHand, sent: Sent) => Promise<boolean> | boolean
  /** Does it in its unit of work, and returns what the answer says besides state and `rev`. */
  perform: (file: FileInHand, sent: Sent, files: Files) => Promise<Facts> | Promise<void>
  /** What follows after the commit, in a unit of work of its own; its outcome, where it has one, is what is answered. */
  after?: (payload: Payload, id: string, sent: Sent) => Promise<(Outcome & Facts) | null> | null
}

type Run<Sent> = {
  /** Performs it on an application. @throws DomainError */
  run: (payload: Payload, input: OnWhat & Sent & Given, uploads?: readonly Upload[]) => Promise<Outcome & Facts>
}

/** Defines an action that is performed on no application in hand. */
export const row = <const Name extends string, Role extends ActorRole, Refusal extends DenialCode = never>(
  definition: Action<Name, Role, Refusal>,
): Action<Name, Role, Refusal> => definition

/** Defines an action on an application: row, guards and deed; names stay literals. */
export function action<
  const Name extends string,
  Role extends ActorRole,
  Sent extends object = Given,
  Refusal extends DenialCode = never,
>(definition: Action<Name, Role, Refusal> & Deed<Sent>): Action<Name, Role, Refusal> & Run<Sent> {
  const { already, perform, after, ...wanted } = definition
  return {
    ...wanted,
    run: async (payload, input, uploads = []) => {
      const { id, actor, rev } = input
      const checked = await checkFiles(payload, uploads)
      if (wanted.filesIn && !wanted.filesOptional && checked.length === 0)
        throw invalidInput([issueAt(wanted.filesIn, 'file-missing')])
      const outcome = await withFilesStored(payload, checked, (files) =>
        onFile(
          payload,
          { id, action: wanted, actor, rev },
          {
            ...(already ? { already: (file) => already(file, input) } : {}),
            act: (file) => perform(file, input, files),
          },
        ),
      )
      return (await after?.(payload, id, input)) ?? outcome
    },
  }
}

/** Defines an action of the team: what its `body` reads is what `perform` is given. */
export function staffAction<
  const Name extends string,
  Role extends ActorRole,
  Sent extends Given,
  Refusal extends DenialCode = never,
>(
  definition: StaffRow<Name, Role, Sent, Refusal> & Deed<Sent>,
): StaffAction<Name, Role, Refusal> & { body: z.ZodType<Sent> } & Run<Sent> {
  const { body, endpoint } = definition
  const { run, ...wanted } = action(definition)
  return {
    ...wanted,
    endpoint,
    body,
    run,
    read: (given, uploads) => {
      const sent = readOrRefuse(body, given)
      return (payload, on) => run(payload, { ...sent, ...on }, uploads)
    },
  }
}

interface StaffRow<Name extends string, Role extends ActorRole, Sent, Refusal extends DenialCode>
  extends Action<Name, Role, Refusal> {
  readonly endpoint: string
  readonly body: z.ZodObject & z.ZodType<Sent>
  readonly whileRecused?: Partial<Sent>
}
