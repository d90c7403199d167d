import type { Payload } from 'payload'
import { quorumNeeded, tally } from '../../deliberation/tally.ts'
import { addParisDays, parisDay } from '../../lib/dates.ts'
import type { Round, GovernanceBody } from '../../payload-types.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { denied } from '../lifecycle/denials.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { assemble, type Assembly } from '../../deliberation/assembly.ts'
import { ruleOfBody } from '../../governance/body-rule.ts'
import { decidingBody } from '../../deliberation/deciders.ts'
import type { Elector } from '../../deliberation/stored-round.ts'
import { settle } from '../decision/settle.ts'
import { action, type Case } from '../lifecycle/action.ts'
import { signatureHolds } from '../signature/standing-signature.ts'
import { WITH_THE_BUREAU } from '../lifecycle/states.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; source: string }

export const PUT_TO_BUREAU = action({
  name: 'putToBureau',
  from: ['submitted', 'under-review'],
  to: WITH_THE_BUREAU,
  stays: false,
  by: ['secretariat'],
  needs: 'une signature valable et le pouvoir du signataire vérifié, avec sa source',
  label: 'Soumettre au Bureau',
  description:
    'Open a round of the Bureau; refers to a session at once when too few may vote. Claims the file as well.',
  endpoint: 'put-to-bureau',
  blocked: async (of) => {
    if (!(await signatureHolds(of))) return 'not-signed'
    return (await bodyThatDecides(of)) ? null : 'no-body'
  },
})

/**
 * Opens a round of the Bureau on a file: rule and electorate of today are frozen, electors are told. When
 * fewer than `minimumFor` may vote, it is referred to a session at once. Claims the file as well.
 * @throws DomainError 409 `not-signed` without a signature that still holds, `no-body` when no body validates adhesions.
 */
export function putToBureau(payload: Payload, { id, actor, rev, source }: Input) {
  return onFile(
    payload,
    { id, action: PUT_TO_BUREAU, actor, rev },
    {
      already: ({ adhesion: { currentRound, powerToBind } }) =>
        idOf(currentRound) !== null &&
        actor.kind === 'staff' &&
        idOf(powerToBind?.checkedBy) === actor.user.id &&
        powerToBind?.source === source,
      act: async (file) => {
        const { unit, at } = file
        const body = await requireBody(file)
        const assembly = await assemble(unit.payload, unit.req, {
          subject: file.subject,
          body: body.id,
          day: parisDay(at),
        })
        const round = await openRound(file, body, assembly)
        const user = actor.kind === 'staff' ? actor.user.id : null
        await file.move('before-bureau', {
          round: round.round,
          currentRound: round.id,
          claimedBy: user,
          claimedAt: at.toISOString(),
          powerToBind: { source, checkedBy: user, checkedAt: at.toISOString() },
        })
        const rule = ruleOfBody(body.rule)
        const { electorate, recused } = assembly
        const present = tally({ rule, electorate, chair: assembly.chair ?? null, votes: [], closed: false })
        const open = present.outcome === 'open'
        await file.record('put-to-bureau', {
          source,
          round: round.round,
          closesAt: round.closesAt,
          electorate,
          recused,
          body: body.name,
          opened: open ? { quorum: quorumNeeded(rule, electorate.length), minimumFor: rule.minimumFor } : null,
        })
        if (!open)
          await settle(file, { round, tally: present, decidedOn: parisDay(at), bodyName: body.name, presiding: null })
        return {}
      },
    },
  )
}

/** The one body that validates adhesions, or null where there is none. */
export const bodyThatDecides = ({ unit: { payload, req } }: Pick<Case, 'unit'>): Promise<GovernanceBody | null> =>
  decidingBody(payload, req, 'adhesion-validation')

/** The one body that validates adhesions. @throws DomainError 409 `no-body` */
export async function requireBody(of: Pick<Case, 'unit'>): Promise<GovernanceBody> {
  const body = await bodyThatDecides(of)
  if (!body) throw denied('no-body')
  return body
}

async function openRound(
  file: FileInHand,
  body: GovernanceBody,
  { electorate, recused, questions, chair, nameOf }: Assembly,
): Promise<Round> {
  const {
    unit: { payload, req },
    adhesion,
    at,
    subject,
  } = file
  const rule = ruleOfBody(body.rule)
  const named = (person: string): Elector => ({ person, name: nameOf(person) })
  return payload.create({
    collection: 'rounds',
    data: {
      subject,
      adhesion: adhesion.id,
      round: (adhesion.round ?? 0) + 1,
      body: body.id,
      mode: 'online',
      status: 'open',
      rule: { ...rule },
      electorate: electorate.map(named),
      recused: recused.map(({ person, reason }) => ({ ...named(person), reason })),
      questions: questions.map((question) => ({ ...question, name: nameOf(question.person) })),
      chair: chair ?? null,
      opensAt: at.toISOString(),
      closesAt: addParisDays(at, rule.ballotDays).toISOString(),
      sweptOn: parisDay(at),
    },
    req,
    depth: 0,
    overrideAccess: true,
  })
}
