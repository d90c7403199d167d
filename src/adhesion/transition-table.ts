import type { ActorRole } from './actors.ts'
import { ENDED_STATES, OPEN_STATES, STATES, type State } from './states.ts'

/** One row: what may happen to a file, from where, by whom. */
export interface TransitionRow<Name extends string = string> {
  readonly name: Name
  /** `'none'`: there is no file yet. */
  readonly from: readonly State[] | 'none'
  /** Where it may move the file; staying where it is is said by `stays`. */
  readonly to: readonly State[]
  /** Whether it may leave the file in the state in which it found it. */
  readonly stays: boolean
  readonly by: readonly ActorRole[]
  /** What it takes, in French. */
  readonly needs: string
  /** What the button says, in French. */
  readonly label: string
  /** One line for the API's description, in English. */
  readonly description: string
  /** `POST /api/adhesions/:id/<endpoint>`; absent where no staff endpoint performs it. */
  readonly endpoint?: string
  /** Described, not performed yet. */
  readonly later?: boolean
}

/** Open states in which the Bureau does not hold the file. */
const BEFORE_THE_BUREAU = ['awaiting-signature', 'submitted', 'under-review', 'needs-information'] as const
const WITH_THE_BUREAU = ['before-bureau', 'referred'] as const

export const ROWS = [
  {
    name: 'submit',
    from: 'none',
    to: ['awaiting-signature'],
    stays: false,
    by: ['anybody'],
    needs: 'des données valides',
    label: 'Déposer la demande',
    description: 'An organisation applies; its representative receives the link to sign.',
  },
  {
    name: 'resendLink',
    from: ['awaiting-signature'],
    to: [],
    stays: true,
    by: ['applicant', 'secretariat'],
    needs: 'les plafonds d’envoi ne sont pas atteints',
    label: 'Renvoyer le lien',
    description: 'Send the signing link again.',
    endpoint: 'resend-link',
  },
  {
    name: 'correct',
    from: BEFORE_THE_BUREAU,
    to: ['awaiting-signature'],
    stays: true,
    by: ['applicant'],
    needs: 'des données valides ; une nouvelle signature si ce qui est signé ou le signataire change',
    label: 'Corriger la demande',
    description:
      'Correct what was declared; a change of kind, name, identifier or signatory calls for a new signature.',
  },
  {
    name: 'sign',
    from: ['awaiting-signature'],
    to: ['submitted'],
    stays: false,
    by: ['representative'],
    needs: 'un envoi explicite depuis le lien de signature, dont la preuve est conservée',
    label: 'Signer la charte',
    description: 'The representative signs the charter.',
  },
  {
    name: 'rebind',
    from: ['awaiting-signature'],
    to: [],
    stays: true,
    by: ['system'],
    needs: 'une nouvelle version de la charte est entrée en vigueur avant la signature',
    label: 'Rattacher à la charte en vigueur',
    description: 'Bind the file to the charter version now in force and show its text before signing.',
  },
  {
    name: 'expire',
    from: ['awaiting-signature'],
    to: ['expired'],
    stays: false,
    by: ['system'],
    needs: '60 jours sans signature, après un rappel 14 jours avant',
    label: 'Constater l’expiration',
    description: 'Nobody signed within 60 days.',
  },
  {
    name: 'claim',
    from: ['submitted', 'under-review'],
    to: ['under-review'],
    stays: false,
    by: ['secretariat'],
    needs: 'rien de plus ; un collègue peut reprendre le dossier',
    label: 'Prendre en charge',
    description: 'Take the file, or take it over from a colleague.',
    endpoint: 'claim',
  },
  {
    name: 'release',
    from: ['under-review'],
    to: [],
    stays: true,
    by: ['secretariat'],
    needs: 'un dossier pris en charge',
    label: 'Libérer le dossier',
    description: 'Leave the file for a colleague to take.',
    endpoint: 'release',
  },
  {
    name: 'requestInformation',
    from: ['submitted', 'under-review'],
    to: ['needs-information'],
    stays: false,
    by: ['secretariat'],
    needs: 'une question et une échéance',
    label: 'Demander un complément',
    description: 'Ask the applicant a question; claims the file as well.',
    endpoint: 'request-information',
  },
  {
    name: 'answer',
    from: ['needs-information'],
    to: ['under-review'],
    stays: false,
    by: ['applicant', 'secretariat'],
    needs: 'une réponse ; sa provenance si le secrétariat la saisit',
    label: 'Enregistrer la réponse',
    description: 'Answer the open request, or enter the answer that came by letter, phone or e-mail.',
    endpoint: 'answer',
  },
  {
    name: 'cancelRequest',
    from: ['needs-information'],
    to: ['under-review'],
    stays: false,
    by: ['secretariat'],
    needs: 'un motif',
    label: 'Annuler la demande de complément',
    description: 'Take back the open request.',
    endpoint: 'cancel-request',
  },
  {
    name: 'putToBureau',
    from: ['submitted', 'under-review'],
    to: WITH_THE_BUREAU,
    stays: false,
    by: ['secretariat'],
    needs: 'une signature valable et le pouvoir du signataire vérifié, avec sa source',
    label: 'Soumettre au Bureau',
    description:
      'Open a ballot of the Bureau; refers to a session at once when too few may vote. Claims the file as well.',
    endpoint: 'put-to-bureau',
  },
  {
    name: 'castVote',
    from: ['before-bureau'],
    to: ['validated', 'rejected', 'referred'],
    stays: true,
    by: ['elector'],
    needs: 'un choix',
    label: 'Voter',
    description: 'Vote, change a vote, or declare a conflict of interest; may decide.',
    endpoint: 'vote',
  },
  {
    name: 'closeBallot',
    from: ['before-bureau'],
    to: ['validated', 'rejected', 'referred'],
    stays: true,
    by: ['system'],
    needs: 'la fin du scrutin, ou minuit passé (des mandats prennent fin)',
    label: 'Dépouiller le scrutin',
    description: 'Count at the end of the ballot, and after each Paris midnight.',
  },
  {
    name: 'sendBack',
    from: WITH_THE_BUREAU,
    to: ['under-review'],
    stays: false,
    by: ['bureau-member'],
    needs: 'un motif ; le tour de scrutin est annulé',
    label: 'Renvoyer à l’instruction',
    description: 'Send the file back to the secretariat; the round is void.',
    endpoint: 'send-back',
  },
  {
    name: 'reinstate',
    from: WITH_THE_BUREAU,
    to: [],
    stays: true,
    by: ['presiding', 'without-chair'],
    needs:
      'un motif ; une récusation déclarée ou un lien confirmé ; l’accord d’un second membre quand personne ne peut présider',
    label: 'Rétablir un membre récusé',
    description:
      'Undo a recusal that its author declared or that was confirmed; where nobody may preside, a second member agrees.',
    endpoint: 'reinstate',
  },
  {
    name: 'recordSessionDecision',
    from: WITH_THE_BUREAU,
    to: [],
    stays: true,
    by: ['secretariat'],
    needs: 'le jour de la séance, la référence du procès-verbal, les participants et les voix',
    label: 'Enregistrer la décision de séance',
    description: 'Enter what a session decided; suspends online voting until it is confirmed.',
    endpoint: 'record-session-decision',
  },
  {
    name: 'confirmSessionDecision',
    from: WITH_THE_BUREAU,
    to: ['validated', 'rejected'],
    stays: false,
    by: ['presiding'],
    needs: 'une décision de séance enregistrée',
    label: 'Confirmer la décision de séance',
    description: 'Who presided confirms what the secretariat entered; the decision takes effect.',
    endpoint: 'confirm-session-decision',
  },
  {
    name: 'notifyRefusal',
    from: ['rejected'],
    to: [],
    stays: true,
    by: ['presiding', 'secretariat'],
    needs: 'le motif écrit pour le candidat, approuvé par la présidence',
    label: 'Notifier le refus',
    description: 'Tell the applicant of the refusal, in the words of who presides.',
    endpoint: 'notify-refusal',
  },
  {
    name: 'withdraw',
    from: OPEN_STATES,
    to: ['withdrawn'],
    stays: false,
    by: ['applicant', 'representative'],
    needs: 'après la signature, le lien personnel du représentant',
    label: 'Retirer la demande',
    description: 'The applicant gives up; after the signature only the representative may. An open round is void.',
  },
  {
    name: 'close',
    from: BEFORE_THE_BUREAU,
    to: ['closed'],
    stays: false,
    by: ['secretariat', 'system'],
    needs: 'un motif : doublon, sans réponse, souhait du candidat ou cessation d’activité',
    label: 'Classer sans suite',
    description: 'Close the file for a reason that is not its merit: duplicate, no-answer, applicant-wish, ceased.',
    endpoint: 'close',
  },
  {
    name: 'reopen',
    from: ['rejected', 'closed', 'expired', 'withdrawn'],
    to: ['under-review', 'awaiting-signature'],
    stays: false,
    by: ['secretariat'],
    needs: 'un motif ; après un refus, l’accord de la présidence ou la référence d’un procès-verbal',
    label: 'Rouvrir le dossier',
    description: 'Reopen an ended file, unless another one of the organisation is under way or it was anonymised.',
    endpoint: 'reopen',
  },
  {
    name: 'note',
    from: STATES,
    to: [],
    stays: true,
    by: ['secretariat', 'bureau-member'],
    needs: 'un texte',
    label: 'Ajouter une note',
    description: 'Add an internal note.',
    endpoint: 'note',
  },
  {
    name: 'attach',
    from: STATES,
    to: [],
    stays: true,
    by: ['secretariat', 'bureau-member'],
    needs: 'un fichier',
    label: 'Joindre une pièce',
    description: 'Attach a document.',
    endpoint: 'attach',
  },
  {
    name: 'anonymise',
    from: ENDED_STATES,
    to: [],
    stays: true,
    by: ['system'],
    needs: 'la fin de la durée de conservation',
    label: 'Anonymiser le dossier',
    description: 'Erase personal data at the end of the retention period.',
    later: true,
  },
] as const satisfies readonly TransitionRow[]
