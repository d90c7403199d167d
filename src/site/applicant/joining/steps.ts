import { parseDeclaration, type ParsedDeclaration } from '../../../adhesion/declaration/parse-declaration.ts'
import type { DraftValues } from '../../../adhesion/join-drafts.ts'
import { isRefused, issue, issueAt } from '../../../input/issue.ts'
import type { Issue } from '../../../lib/errors.ts'
import { parsePostalCode, regionOf } from '../../../organisation/region.ts'
import { declaredIn } from '../declaration-form.ts'
import { textIn } from '../../fields.ts'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import { fieldAt, JOINING_GROUPS, NOTICE_READ, PLACE } from './fields.ts'
import { JOINING_TEXTS } from './texts.ts'

/** The steps by their addresses, in their order. */
const STEPS = ['vous', 'siret', 'organisme', 'signataire', 'verifier'] as const
export type Step = (typeof STEPS)[number]

/** Fields that stand together; folded away where all of them may stay empty. */
export type StepPart = { title: string; intro?: string; fields: readonly FieldSpec[]; folded?: boolean }

const T = JOINING_TEXTS.parts
const fieldsAt = (...paths: Parameters<typeof fieldAt>[0][]): FieldSpec[] => paths.map(fieldAt)

/** Where an organisation has a number of another register than France's in place of a SIRET. */
const isElsewhere = (values: DraftValues): boolean => ['own-register', 'abroad'].includes(textIn(values, PLACE.path))
const trains = (values: DraftValues): boolean => textIn(values, 'kind') === 'member'

const WHO: StepPart = { title: T.who, fields: [fieldAt('kind'), PLACE] }
const ADDRESS = fieldsAt('organisation.address.line1', 'organisation.address.postalCode', 'organisation.address.city')
const REGION = fieldAt('organisation.address.region')

/** Whether postal code and commune leave open in which region they lie: a few codes do. */
function leavesRegionOpen(values: DraftValues): boolean {
  const code = parsePostalCode(textIn(values, 'organisation.address.postalCode'))
  return !isRefused(code) && 'ask' in regionOf(code.postalCode, textIn(values, 'organisation.address.city'))
}
const PRESENTATION = fieldsAt(
  'organisation.acronym',
  'organisation.address.line2',
  'organisation.website',
  'organisation.description',
  'motivation',
)
const TRAINING = fieldsAt(
  'organisation.nda',
  'organisation.qualiopi.status',
  'organisation.qualiopi.certifier',
  'organisation.qualiopi.certificateNumber',
  'organisation.qualiopi.categories',
  'organisation.qualiopi.validFrom',
  'organisation.qualiopi.validUntil',
)
const SIGNATORY: StepPart = {
  title: T.signatory,
  fields: fieldsAt(
    'representative.firstName',
    'representative.lastName',
    'representative.function',
    'representative.capacity',
    'representative.email',
    'representative.phone',
  ),
}
const CONTACT: StepPart = {
  title: T.contact,
  intro: T.contactIntro,
  folded: true,
  fields: fieldsAt('contact.firstName', 'contact.lastName', 'contact.function', 'contact.email', 'contact.phone'),
}

/** What a step asks, given what was answered before it: nothing that does not apply. */
export function partsOf(step: Step, values: DraftValues): StepPart[] {
  switch (step) {
    case 'vous':
      return [WHO]
    case 'siret':
      return [{ title: T.siret, fields: fieldsAt('organisation.siret') }]
    case 'organisme':
      return isElsewhere(values)
        ? [
            {
              title: T.organisation,
              fields: [
                ...fieldsAt('organisation.country', 'organisation.registerNumber', 'organisation.legalName'),
                ...ADDRESS,
              ],
            },
            { title: T.presentation, fields: PRESENTATION, folded: true },
          ]
        : [
            {
              title: T.organisation,
              fields: [
                ...fieldsAt('organisation.legalName', 'organisation.legalForm'),
                ...ADDRESS,
                ...(leavesRegionOpen(values) ? [REGION] : []),
              ],
            },
            ...(trains(values) ? [{ title: T.training, intro: T.trainingIntro, fields: TRAINING, folded: true }] : []),
            {
              title: T.presentation,
              fields: [...fieldsAt('organisation.rna', 'organisation.registerNumber'), ...PRESENTATION],
              folded: true,
            },
          ]
    case 'signataire':
      return [SIGNATORY, CONTACT]
    case 'verifier':
      return [{ title: NOTICE_READ.label, fields: [NOTICE_READ] }]
  }
}

/** The steps that apply. */
export const stepsFor = (values: DraftValues): Step[] =>
  STEPS.filter((step) => step !== 'siret' || !isElsewhere(values))

/** The step of a name, where it applies. */
export const stepNamed = (name: string, values: DraftValues): Step | undefined =>
  stepsFor(values).find((step) => step === name)

/** The step after another; the last has none. */
export const stepAfter = (step: Step, values: DraftValues): Step => {
  const steps = stepsFor(values)
  return steps[steps.indexOf(step) + 1] ?? 'verifier'
}

/** The step before another; the first has none. */
export const stepBefore = (step: Step, values: DraftValues): Step | undefined => {
  const steps = stepsFor(values)
  return steps[steps.indexOf(step) - 1]
}

const specsOf = (step: Step, values: DraftValues): FieldSpec[] => partsOf(step, values).flatMap(({ fields }) => fields)

/** The fields of a step, by their paths. */
const pathsOf = (step: Step, values: DraftValues): string[] => specsOf(step, values).map(({ path }) => path)

/** Issues of one step alone. */
export const issuesIn = (step: Step, values: DraftValues, issues: readonly Issue[]): Issue[] => {
  const paths = pathsOf(step, values)
  return issues.filter((each) => paths.some((path) => each.path === path || each.path.startsWith(`${path}.`)))
}

/** What was answered as a declaration, or everything that is wrong with it. What no step asks is none of it. */
export function judged(values: DraftValues): ParsedDeclaration {
  const asked = stepsFor(values).flatMap((step) => pathsOf(step, values))
  const answered = Object.fromEntries(Object.entries(values).filter(([path]) => asked.includes(path)))
  const read = parseDeclaration({
    ...declaredIn(answered, JOINING_GROUPS),
    privacyNoticeRead: textIn(answered, NOTICE_READ.path) === 'true',
  })
  const own = issuesOfPlace(values)
  if (own.length === 0) return read
  const named = own.map(({ path }) => path)
  return { ok: false, issues: [...own, ...(read.ok ? [] : read.issues.filter(({ path }) => !named.includes(path)))] }
}

/** What is wrong with where an organisation says that it is, which no field of the declaration asks. */
function issuesOfPlace(values: DraftValues): Issue[] {
  const place = textIn(values, PLACE.path)
  if (!PLACE.options.some(({ value }) => value === place)) return [issueAt(PLACE.path, 'required')]
  if (place === 'france') return []
  if (place === 'abroad' && trains(values)) return [{ path: PLACE.path, ...issue('member-abroad') }]
  return textIn(values, 'organisation.country') === '' ? [issueAt('organisation.country', 'required')] : []
}
