import { DomainError, type Messages } from '../../lib/errors.ts'
import { denied } from './denials.ts'
import { STATE_LABELS, type State } from './states.ts'

type Present = { status: string; rev: number }

const refusal = (name: string, code: string, status: number, messages: Messages, extra: Record<string, unknown> = {}) =>
  new DomainError(name, code, status, messages, { extra })

/** No such file, or none that this person may see. */
export const unknownAdhesion = () =>
  refusal('NotFound', 'not-found', 404, {
    fr: 'Cette demande n’existe pas ou ne vous est pas accessible.',
    en: 'There is no such application, or you may not see it.',
  })

/** The role, mandate or link does not allow it, whatever the state. */
export const wrongActor = () =>
  refusal('Forbidden', 'wrong-actor', 403, {
    fr: 'Votre rôle ne permet pas cette action.',
    en: 'Your role does not allow this action.',
  })

/** The person is recused on this file. */
export const recused = () => denied('recused')

/** The person is not in the electorate of the open round. */
export const notAnElector = () =>
  refusal('Forbidden', 'not-an-elector', 403, {
    fr: 'Vous ne faites pas partie des membres appelés à voter dans ce scrutin.',
    en: 'You are not among those called to vote in this round.',
  })

/** The state of the file does not allow it; `present` tells how it stands. */
export const wrongState = ({ status, rev }: { status: State; rev: number }) =>
  refusal(
    'Conflict',
    'wrong-state',
    409,
    {
      fr: `Cette action n’est plus possible : la demande est à l’état « ${STATE_LABELS[status]} ». Rechargez la page pour voir ce qui a changé.`,
      en: `This is no longer possible: the application is now in state "${status}". Reload to see what changed.`,
    },
    { status, rev },
  )

/** The caller acted on an older revision than the present one. */
export const staleRevision = ({ status, rev }: Present) =>
  refusal(
    'Conflict',
    'stale-rev',
    409,
    {
      fr: 'La demande a changé depuis que vous l’avez ouverte. Rechargez la page avant d’agir.',
      en: 'The application changed since you opened it. Reload before you act.',
    },
    { status, rev },
  )
