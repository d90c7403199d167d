import { idOf } from '../../lib/ids.ts'
import { assemble } from '../../deliberation/assembly.ts'
import { STATE_LABELS } from '../../adhesion/lifecycle/states.ts'
import { recusedIn } from '../../deliberation/stored-round.ts'
import { RECUSAL_LABELS } from '../../deliberation/recusal.ts'
import { QUESTION_LABELS } from '../../deliberation/questions.ts'
import { bodyWithCompetence } from '../../governance/mandates.ts'
import { formatDay, isDay, parisDay } from '../../lib/dates.ts'
import { currentMemberByIdentifier } from '../../membership/current.ts'
import type { Adhesion, Round } from '../../payload-types.ts'
import { regionName } from '../../organisation/declared-words.ts'
import { qualiopiStatus } from './declared-facts.ts'
import type { Check } from './model.ts'
import { accountNames, asReader, type Names, type Reader } from '../reader.ts'
import { flagAt, questionsIn, textAt } from './stored.ts'
import { CHECKS, TEXTS } from './words.ts'

type Given = { adhesion: Adhesion; round: Round | null; evidence: unknown; signed: boolean; at: Date; people: Names }

/** What to look at before this file is decided, most pressing first. */
export async function checksOf(reader: Reader, given: Given): Promise<Check[]> {
  const checks = [
    ...signatureChecks(given),
    ...(await powerChecks(reader, given)),
    ...declarationChecks(given),
    ...(await relatedChecks(reader, given)),
    ...(await conflictChecks(reader, given)),
  ]
  const order: Record<Check['tone'], number> = { look: 0, question: 1, fine: 2 }
  return checks.sort((a, b) => order[a.tone] - order[b.tone])
}

const look = (text: string): Check => ({ tone: 'look', text })
const fine = (text: string): Check => ({ tone: 'fine', text })

function signatureChecks({ adhesion, evidence, signed }: Given): Check[] {
  const typed = textAt(evidence, 'typedName')
  return [
    ...(typed !== null && flagAt(evidence, 'nameDiffersBeyondCase') ? [look(CHECKS.typedNameDiffers(typed))] : []),
    ...(idOf(adhesion.signature) !== null && !signed ? [look(CHECKS.mustSignAgain)] : []),
  ]
}

async function powerChecks(reader: Reader, { adhesion: { powerToBind, representative } }: Given): Promise<Check[]> {
  if (powerToBind?.source && powerToBind.checkedAt) {
    const by = await accountNames(reader, [idOf(powerToBind.checkedBy)])
    const name = by.get(idOf(powerToBind.checkedBy) ?? '') ?? ''
    return [
      fine(CHECKS.powerChecked(powerToBind.source, TEXTS.byName(name), formatDay(new Date(powerToBind.checkedAt)))),
    ]
  }
  return [look(representative.capacity === 'delegated' ? CHECKS.delegated : CHECKS.powerToCheck)]
}

function declarationChecks({ adhesion, at }: Given): Check[] {
  const { organisation, warnings } = adhesion
  const codes = Array.isArray(warnings)
    ? warnings.map((warning) => textAt(warning, 'code')).filter((code) => code !== null)
    : []
  const region = organisation.address?.region
  const qualiopi = qualiopiStatus(adhesion)
  const until = organisation.qualiopi?.validUntil
  const abroad = Boolean(organisation.country && organisation.country !== 'FR')
  return [
    ...codes.map((code) => look(CHECKS.warning(code))),
    ...(region ? [fine(CHECKS.region(regionName(region)))] : abroad ? [] : [look(CHECKS.regionMissing)]),
    ...(isDay(until) && until < parisDay(at) ? [look(CHECKS.qualiopiEnded(formatDay(until)))] : []),
    ...(qualiopi ? [fine(CHECKS.qualiopi(qualiopi))] : []),
  ]
}

async function relatedChecks(reader: Reader, { adhesion }: Given): Promise<Check[]> {
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where: { and: [{ identifierKey: { equals: adhesion.identifierKey } }, { id: { not_equals: adhesion.id } }] },
    sort: '-createdAt',
    limit: 10,
    ...asReader(reader),
    select: { reference: true, status: true },
  })
  const member =
    adhesion.status === 'validated'
      ? null
      : await currentMemberByIdentifier(reader.payload, adhesion.identifierKey, reader.req)
  return [
    ...(member
      ? [look(member.kind === 'partner' && adhesion.kind === 'member' ? CHECKS.alreadyPartner : CHECKS.alreadyMember)]
      : []),
    ...docs.map(
      ({ id, reference, status }): Check => ({
        tone: 'question',
        text: CHECKS.otherFile(reference, STATE_LABELS[status]),
        href: `/admin/collections/adhesions/${id}`,
      }),
    ),
  ]
}

/** Of the present round, or of the one that would open today. */
async function conflictChecks(reader: Reader, { adhesion, round, at, people }: Given): Promise<Check[]> {
  if (round) {
    return [
      ...recusedIn(round).map(({ name, reason }) => look(CHECKS.recused(name, RECUSAL_LABELS[reason]))),
      ...questionsIn(round).map(
        ({ name, reason }): Check => ({ tone: 'question', text: CHECKS.question(name, QUESTION_LABELS[reason]) }),
      ),
    ]
  }
  if (!['submitted', 'under-review', 'needs-information'].includes(adhesion.status)) return []
  const body = await bodyWithCompetence(reader.payload, 'adhesion-validation', reader.req)
  if (!body) return []
  const { recused, questions } = await assemble(
    { unit: reader, subject: `adhesion:${adhesion.id}` },
    body.id,
    parisDay(at),
  )
  const nameOf = (person: string) => people.get(person) ?? person
  return [
    ...recused.map(({ person, reason }) => look(CHECKS.recused(nameOf(person), RECUSAL_LABELS[reason]))),
    ...questions.map(
      ({ person, reason }): Check => ({
        tone: 'question',
        text: CHECKS.question(nameOf(person), QUESTION_LABELS[reason]),
      }),
    ),
  ]
}
