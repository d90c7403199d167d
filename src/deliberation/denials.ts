import { DomainError, type Messages } from '../lib/errors.ts'

/** Why an act on a round is refused that the actor's role allows, by its code: what the person is told, with 409. */
export const ROUND_DENIALS = {
  'voting-suspended': {
    fr: 'Le vote en ligne est suspendu : une décision de séance attend d’être confirmée.',
    en: 'Online voting is suspended: a session’s decision awaits confirmation.',
  },
  'ballot-ended': {
    fr: 'Le scrutin est terminé : son résultat sera connu dans un instant. Rechargez la page.',
    en: 'The round has ended: its outcome will be known in a moment. Reload the page.',
  },
  'nobody-declared': {
    fr: 'Personne n’a déclaré de conflit d’intérêts dans ce scrutin.',
    en: 'Nobody declared a conflict of interest in this round.',
  },
  'which-person': {
    fr: 'Plusieurs personnes se sont déportées : précisez laquelle rétablir.',
    en: 'Several people are recused: say whom to reinstate.',
  },
  'second-member-needed': {
    fr: 'Vous avez déjà demandé de lever ce déport : personne ne pouvant présider, un autre membre doit en être d’accord.',
    en: 'You asked for this already: while nobody may preside, another member has to agree.',
  },
  'no-question': {
    fr: 'Aucune question n’attend de réponse au sujet de cette personne.',
    en: 'No question about this person awaits an answer.',
  },
  'no-session-decision': {
    fr: 'Aucune décision de séance n’attend d’être confirmée.',
    en: 'No session decision awaits confirmation.',
  },
  'session-disputed': {
    fr: 'La personne qui a présidé a contesté cette décision de séance : le secrétariat doit l’annuler ou la saisir de nouveau.',
    en: 'Who presided disputed this session decision: the secretariat has to cancel it or to enter it anew.',
  },
} as const satisfies Record<string, Messages>

/** The code of a denial on a round. */
export type RoundDenial = keyof typeof ROUND_DENIALS

/** The refusal of an act on a round; `extra` says how the subject stands, and among whom there is to choose. */
export const roundDenied = (code: RoundDenial, extra: Readonly<Record<string, unknown>>): DomainError =>
  new DomainError('Conflict', code, 409, ROUND_DENIALS[code], { extra })
