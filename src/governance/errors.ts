import { issue } from '../input/issue.ts'
import { DomainError, type Issue, type Messages } from '../lib/errors.ts'
import type { Day } from '../lib/dates.ts'
import { formatDay } from '../lib/dates.ts'

const refusal = (name: string, code: string, status: number, messages: Messages) =>
  new DomainError(name, code, status, messages)

/** A plain write would change what only a proposal and its confirmation may. */
export const protectedFields = (paths: readonly string[]) => {
  const { code, messages } = issue('protected-field')
  return new DomainError('Forbidden', code, 403, messages, { issues: paths.map((path) => ({ path, code, messages })) })
}

/** 403: records of this kind are made by their own endpoint alone. */
export const useTheEndpoint = () =>
  refusal('Forbidden', 'use-case-only', 403, {
    fr: 'Cet enregistrement ne se crée que par la saisie prévue.',
    en: 'This record is made by its own endpoint only.',
  })

export const nothingChanges = () =>
  refusal('Conflict', 'nothing-changes', 409, {
    fr: 'Ce changement ne change rien\u00a0: l’enregistrement est déjà ainsi.',
    en: 'This changes nothing: it already stands so.',
  })

export const nameOfRecordByTwo = () =>
  new DomainError(
    'Forbidden',
    'name-by-two',
    403,
    {
      fr: 'Cette personne exerce un mandat ou agit par un compte\u00a0: son nom se propose, puis une seconde personne du secrétariat le confirme.',
      en: 'This person holds a mandate or acts by an account: the name is proposed (POST /api/people/:id/propose-name), then a second person confirms it.',
    },
    { at: 'lastName' },
  )

export const oneRecordAtATime = () =>
  refusal('Forbidden', 'one-at-a-time', 403, {
    fr: 'Les fiches se modifient une par une.',
    en: 'Records are changed one at a time.',
  })

export const notConfirmed = () =>
  refusal('Conflict', 'not-confirmed', 409, {
    fr: 'Cette saisie n’est pas encore confirmée\u00a0: confirmez-la ou abandonnez-la d’abord.',
    en: 'This entry is not confirmed yet: confirm or discard it first.',
  })

/** A body has one chair at a time. */
export const chairTaken = (name: string, until: Day | null) =>
  refusal('Conflict', 'chair-taken', 409, {
    fr: `${name} préside déjà cette instance ${until ? `jusqu’au ${formatDay(until)}` : 'sans date de fin'}\u00a0: mettez d’abord fin à ce mandat.`,
    en: `${name} already chairs this body ${until ? `until ${until}` : 'without an end'}: end that mandate first.`,
  })

export const accountTaken = () =>
  refusal('Conflict', 'account-taken', 409, {
    fr: 'Ce compte est déjà rattaché à une autre personne.',
    en: 'This account is already linked to another person.',
  })

export const competenceTaken = (body: string) =>
  refusal('Conflict', 'competence-taken', 409, {
    fr: `Une seule instance valide les adhésions, et c’est «\u00a0${body}\u00a0»\u00a0: retirez-lui d’abord cette compétence.`,
    en: `One body alone validates adhesions, and it is "${body}": take the competence from it first.`,
  })

export const ruleInvalid = (issues: readonly Issue[]) =>
  new DomainError(
    'ValidationError',
    'invalid',
    400,
    { fr: 'La règle proposée ne peut pas s’appliquer.', en: 'The proposed rule cannot work.' },
    { issues },
  )
