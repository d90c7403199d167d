import type { State } from '../../adhesion/lifecycle/states.ts'
import type { StaffActionName } from '../../adhesion/lifecycle/transitions.ts'
import type { Outcome } from '../../deliberation/majority.ts'
import { own } from '../../lib/own.ts'

/** All that the file view says, in French. */

export const KINDS = { member: 'Adhérent', partner: 'Partenaire' } as const
export const SECTIONS = {
  earlier: 'L’organisme dans nos registres',
  declared: 'Ce qui est déclaré',
  representative: 'Représentant qui signe',
  contact: 'Contact',
  motivation: 'Motivation',
  checks: 'Points à vérifier',
  signature: 'Signature de la charte',
  evidence: 'Preuve de la signature',
  requests: 'Demandes de complément',
  attachments: 'Pièces du dossier',
  mails: 'Courriels',
  notes: 'Notes internes',
  conversation: 'Échanges avec l’organisme',
  round: 'Scrutin',
  electors: 'Membres appelés à voter',
  recused: 'Membres déportés',
  rule: 'La règle de décision',
  decision: 'Décision',
  journal: 'Journal',
} as const

export const LABELS = {
  list: 'Demandes d’adhésion',
  validity: 'Validité du certificat',
  name: 'Nom',
  submitted: 'Déposée le',
  charter: 'Charte',
  signatory: 'Signataire',
  typedName: 'Nom saisi à la signature',
  signedAt: 'Signée le',
  charterHash: 'Empreinte du texte (SHA-256)',
  evidenceHash: 'Empreinte de la preuve (SHA-256)',
  channel: 'Signée par',
  linkSent: 'Lien envoyé le',
  linkSentTo: 'Lien envoyé à',
  shown: 'Texte affiché le',
  consent: 'Phrase acceptée',
  ip: 'Adresse IP',
  userAgent: 'Navigateur',
  opens: 'Ouvert le',
  closes: 'Se termine le',
  closed: 'Clos le',
  quorum: 'Quorum',
  outcome: 'Résultat',
  sessionDay: 'Séance du',
  minutes: 'Procès-verbal',
  present: 'Présents',
  represented: 'Représentés',
  presiding: 'Présidée par',
  recordedBy: 'Saisie par',
  disputed: 'Contestée',
  confirmedBy: 'Confirmée par',
  voided: 'Annulé',
  decidedOn: 'Décidée le',
  member: 'Membre',
  openMember: 'Voir la fiche du membre',
  refusalText: 'Motif écrit pour l’organisme',
  refusalApproved: 'Motif approuvé par',
  refusalNotified: 'Refus notifié le',
  closeReason: 'Motif du classement',
} as const

export const CHANNELS: Readonly<Record<string, string>> = {
  page: 'La page de signature',
  api: 'L’API, sans affichage par nous',
}

export const SOURCES = { link: 'la page de suivi', letter: 'courrier', phone: 'téléphone', email: 'courriel' } as const

export const REQUEST_STATES = { open: 'En attente', answered: 'Répondue', cancelled: 'Annulée' } as const

export const ROUND_STATES = {
  open: 'Ouvert',
  suspended: 'Suspendu',
  'awaiting-confirmation': 'À confirmer',
  closed: 'Clos',
  void: 'Annulé',
} as const

export const NOTHING = {
  checks: 'Rien à signaler.',
  requests: 'Aucun complément n’a été demandé.',
  attachments: 'Aucune pièce n’est jointe.',
  mails: 'Aucun courriel n’a été envoyé.',
  notes: 'Aucune note.',
  signature: 'La charte n’est pas encore signée.',
  oldSignature: 'La signature donnée ne vaut plus\u00a0: la demande a changé depuis.',
} as const

/** What became of an e-mail. */
export const MAILS = {
  sent: (at: string) => `parti le ${at}`,
  soon: 'part dans un instant',
  waits: (at: string) =>
    `attend\u00a0: partira le ${at}, car beaucoup de courriels ont été demandés vers cette adresse ou depuis le même réseau`,
  again: (at: string, why: string) => `pas encore parti (${why})\u00a0: nouvel essai le ${at}`,
  failed: (why: string) => `n’a pas pu être remis (${why})`,
  superseded: 'n’avait plus d’objet',
} as const

/** The words of a warning that was found at submission. */
const WARNINGS: Readonly<Record<string, string>> = {
  'nda-format': 'Le numéro de déclaration d’activité n’a pas la forme habituelle (11 caractères).',
  'qualiopi-none-with-certificate': 'L’organisme se dit non certifié Qualiopi, mais décrit un certificat.',
  'qualiopi-certificate-missing': 'Le certificateur ou le numéro du certificat Qualiopi manque.',
}

export const CHECKS = {
  warning: (code: string) => own(WARNINGS, code) ?? `Point relevé au dépôt\u00a0: ${code}.`,
  regionMissing: 'La région de l’organisme n’est pas connue.',
  region: (region: string) => `Région\u00a0: ${region}.`,
  qualiopi: (status: string) => `Qualiopi\u00a0: ${status.toLowerCase()}. La charte n’exige pas cette certification.`,
  qualiopiEnded: (day: string) => `Le certificat Qualiopi n’est plus valable depuis le ${day}.`,
  delegated: 'Le signataire agit par délégation\u00a0: demandez l’acte qui la donne.',
  powerToCheck: 'Le pouvoir d’engager l’organisme reste à vérifier.',
  powerChecked: (source: string, by: string, day: string) =>
    `Pouvoir d’engager vérifié${by} le ${day}\u00a0: ${source}`,
  otherFile: (reference: string, state: string) =>
    `Autre demande du même organisme\u00a0: ${reference} (${state.toLowerCase()}).`,
  alreadyPartner: 'Cet organisme est déjà partenaire\u00a0: la validation en fera un adhérent.',
  alreadyMember: 'Cet organisme est déjà membre de la CPOF.',
  typedNameDiffers: (typed: string) => `Le nom saisi à la signature («\u00a0${typed}\u00a0») diffère du nom déclaré.`,
  mustSignAgain:
    'Une nouvelle version de la charte doit être signée avant de saisir le Bureau\u00a0: demandez une nouvelle signature.',
  recused: (name: string, reason: string) => `${name} ne peut pas voter. ${reason}`,
  question: (name: string, reason: string) => `${name}\u00a0: conflit d’intérêts\u202f? ${reason}`,
} as const

export const TONES = { fine: 'En ordre', look: 'À vérifier', question: 'Question' } as const

export const TEXTS = {
  heldBy: (name: string) => `Instruite par ${name}`,
  heldByYou: 'Vous instruisez ce dossier',
  heldByNobody: 'Personne n’instruit encore ce dossier',
  recused: 'Vous êtes déporté sur cette demande\u00a0: vous ne votez pas, et vous ne voyez ni les voix ni les notes.',
  asked: (by: string, at: string) => `Demandé${by} le ${at}`,
  deadline: (day: string) => `Réponse attendue au plus tard le ${day}`,
  late: 'Échéance dépassée',
  answered: (source: string, at: string) => `Reçue par ${source} le ${at}`,
  cancelled: (reason: string) => (reason === '' ? 'Annulée.' : `Annulée\u00a0: ${reason}`),
  requestNumber: (number: number) => `Complément n°\u00a0${number}`,
  attached: (by: string, at: string) => `${by}, le ${at}`,
  byApplicant: 'Jointe par l’organisme',
  byStaff: (name: string) => (name === '' ? 'Jointe par l’équipe' : `Jointe par ${name}`),
  forRequest: (number: number) => `en réponse au complément n°\u00a0${number}`,
  round: (round: number, session: boolean) => (session ? `Tour ${round}, en séance` : `Tour ${round}, vote en ligne`),
  toVerify: 'À vérifier dans vos statuts.',
  article: (article: string) => `Source\u00a0: ${article}.`,
  notYet: 'N’a pas encore voté',
  hasVoted: 'A voté',
  ended: 'Mandat terminé, ne vote plus',
  quorum: (participants: number, needed: number, met: boolean) =>
    `${participants} participant${participants > 1 ? 's' : ''} pour ${needed} nécessaire${needed > 1 ? 's' : ''}\u00a0: ${met ? 'atteint' : 'pas encore atteint'}`,
  toCome: (count: number) => (count === 1 ? 'Une voix reste à venir.' : `${count} voix restent à venir.`),
  votesHidden: 'Les voix vous seront montrées à la fin du scrutin.',
  recusedHidden: 'Les voix de ce scrutin ne vous sont pas montrées.',
  suspended: 'Le vote en ligne est suspendu\u00a0: une décision de séance attend d’être confirmée.',
  counts: (forVotes: number, against: number, abstain: number) =>
    `${forVotes} pour, ${against} contre, ${abstain} abstention${abstain > 1 ? 's' : ''}`,
  withReason: (vote: string, reason: string) => `${vote}\u00a0: ${reason}`,
  earlier: (round: string, state: string, detail: string) =>
    detail === '' ? `${round}\u00a0: ${state.toLowerCase()}.` : `${round}\u00a0: ${state.toLowerCase()}. ${detail}`,
  version: (number: number, title: string) => `Version ${number}, ${title}`,
  download: (title: string) => `Ouvrir la pièce «\u00a0${title}\u00a0»`,
  noteBy: (by: string, at: string) => `${by}, le ${at}`,
  team: 'L’équipe',
  applicant: 'L’organisme',
  today: 'depuis aujourd’hui',
  days: (count: number) => (count === 1 ? 'depuis hier' : `depuis ${count} jours`),
  term: (days: number) => {
    if (days === 0) return 'aujourd’hui'
    if (days < 0) return days === -1 ? 'dépassée d’un jour' : `dépassée de ${-days} jours`
    return days === 1 ? 'demain' : `dans ${days} jours`
  },
  byName: (name: string) => (name === '' ? '' : ` par ${name}`),
  bundle: 'Télécharger toutes les preuves (ZIP), avec de quoi les vérifier',
  noAction: 'Vous n’avez rien à faire sur ce dossier pour le moment.',
} as const

/** What the file waits for, by its state: what one reads first. */
export const EXPECTED: Record<State, string> = {
  'awaiting-signature': 'Le représentant doit signer la charte depuis le lien reçu par courriel.',
  submitted: 'La demande est signée\u00a0: le secrétariat peut l’instruire.',
  'under-review': 'Vérifiez le dossier, puis soumettez-le au Bureau.',
  'needs-information': 'L’organisme doit répondre au complément demandé.',
  'before-bureau': 'Le Bureau vote.',
  referred: 'La prochaine séance du Bureau décidera.',
  validated: 'L’organisme est membre de la CPOF.',
  rejected: 'La demande est refusée.',
  closed: 'La demande est classée sans suite.',
  withdrawn: 'L’organisme a retiré sa demande.',
  expired: 'La demande a expiré, faute de signature.',
}

export const EXPECTED_OF_YOU = {
  vote: (closes: string) => `Votre voix est attendue avant le ${closes}.`,
  voted: (choice: string) =>
    `Vous avez voté\u00a0: ${choice.toLowerCase()}. Vous pouvez changer d’avis jusqu’au résultat.`,
  confirmSession: 'Une décision de séance attend votre confirmation.',
  sessionDisputed:
    'La décision de séance saisie est contestée\u00a0: le secrétariat doit l’annuler ou la saisir de nouveau.',
  sessionWaits: 'Une décision de séance attend la confirmation de la personne qui a présidé.',
  writeRefusal: 'L’organisme ne sait encore rien\u00a0: écrivez le motif du refus.',
  sendRefusal: 'Le motif du refus est approuvé\u00a0: il peut être envoyé.',
  refusalWaits: 'L’organisme attend le motif du refus, que la présidence doit écrire.',
  refusalSent: 'La demande est refusée et l’organisme en a été informé.',
  reviewElsewhere: 'Le secrétariat instruit la demande.',
} as const

type ActionWords = { consequence: string; confirm?: string; done: string }

/** What each form says before and after its act. Its buttons say the action's own label, unless given here. */
export const ACTIONS: Record<StaffActionName, ActionWords> = {
  resendLink: {
    consequence: 'Le représentant reçoit un nouveau courriel avec son lien. Un seul renvoi par heure est possible.',
    done: 'Le lien est renvoyé.',
  },
  claim: {
    consequence: 'Le dossier passe en instruction à votre nom.',
    done: 'Vous instruisez ce dossier.',
  },
  release: {
    consequence: 'Le dossier reste en instruction\u202f; un collègue pourra le prendre en charge.',
    done: 'Le dossier est libéré.',
  },
  requestInformation: {
    consequence:
      'L’organisme reçoit votre question par courriel et répond depuis sa page de suivi. Le dossier passe à votre nom.',
    confirm: 'Envoyer la question',
    done: 'La question est envoyée.',
  },
  answer: {
    consequence:
      'Saisissez la réponse arrivée par courrier, par téléphone ou par courriel. Le dossier revient en instruction.',
    done: 'La réponse est enregistrée.',
  },
  cancelRequest: {
    consequence: 'L’organisme est prévenu qu’aucune réponse n’est plus attendue. Le dossier revient en instruction.',
    done: 'La demande de complément est annulée.',
  },
  putToBureau: {
    consequence:
      'Le scrutin s’ouvre\u00a0: la règle et la liste des membres appelés à voter sont figées, et chacun reçoit un courriel.',
    done: 'Le Bureau est saisi.',
  },
  castVote: {
    consequence: 'Vous pouvez changer d’avis tant que le résultat n’est pas acquis.',
    confirm: 'Enregistrer mon vote',
    done: 'Votre vote est enregistré.',
  },
  sendBack: {
    consequence: 'Le tour de scrutin est annulé et le secrétariat reprend le dossier.',
    done: 'Le dossier est renvoyé à l’instruction.',
  },
  reinstate: {
    consequence: 'Le membre pourra de nouveau voter. La voix qu’il avait donnée avant son déport ne compte pas.',
    confirm: 'Rétablir ce membre',
    done: 'Le membre est rétabli.',
  },
  answerQuestion: {
    consequence:
      'Si un lien est confirmé, cette personne quitte le scrutin, la voix qu’elle a donnée n’est plus comptée, et le scrutin est compté de nouveau. La réponse et son motif sont inscrits au journal.',
    confirm: 'Enregistrer la réponse',
    done: 'La réponse est enregistrée.',
  },
  recordSessionDecision: {
    consequence: 'Le vote en ligne est suspendu. La décision prend effet quand la personne qui a présidé la confirme.',
    confirm: 'Enregistrer la décision',
    done: 'La décision attend la confirmation de la personne qui a présidé.',
  },
  cancelSessionRecord: {
    consequence:
      'La décision saisie n’aura pas d’effet. Si un vote en ligne était suspendu, il reprend avec les voix déjà données. La personne qui a présidé et les membres qui votent sont prévenus.',
    confirm: 'Annuler la décision saisie',
    done: 'La décision saisie est annulée.',
  },
  disputeSessionRecord: {
    consequence:
      'La décision saisie ne pourra pas être confirmée. Le secrétariat, prévenu par courriel, l’annule ou la saisit de nouveau.',
    confirm: 'Ce n’est pas ce qui a été décidé',
    done: 'Le secrétariat est prévenu.',
  },
  confirmSessionDecision: {
    consequence: 'La décision prend effet, à la date de la séance. Relisez-la avant de confirmer.',
    confirm: 'Confirmer la décision',
    done: 'La décision est confirmée.',
  },
  notifyRefusal: {
    consequence: 'Ce texte est envoyé tel quel à l’organisme.',
    confirm: 'Enregistrer',
    done: 'C’est fait.',
  },
  askNewSignature: {
    consequence:
      'Le représentant reçoit le lien pour lire et signer la version en vigueur. Le dossier attend sa signature\u00a0; la signature précédente reste conservée comme preuve, et une question en attente est annulée.',
    done: 'La nouvelle signature est demandée.',
  },
  correctOnBehalf: {
    consequence:
      'L’organisme reçoit par courriel ce qui a changé, avant et après. Une signature ne vaut plus si la qualité, le nom, l’identifiant ou le signataire change\u00a0: une nouvelle est alors demandée.',
    confirm: 'Enregistrer la correction',
    done: 'La correction est enregistrée.',
  },
  close: {
    consequence:
      'La demande prend fin et l’organisme est prévenu. Le classement ne juge pas la demande\u00a0: cela revient au Bureau.',
    done: 'La demande est classée sans suite.',
  },
  reopen: {
    consequence:
      'Le dossier revient en instruction, ou en attente de signature si la charte doit être signée de nouveau. L’organisme est prévenu.',
    done: 'Le dossier est rouvert.',
  },
  note: {
    consequence: 'L’organisme ne voit pas les notes, ni les membres déportés.',
    confirm: 'Ajouter la note',
    done: 'La note est ajoutée.',
  },
  erase: {
    consequence:
      'Ce qui est effacé ne peut pas être rétabli\u00a0; le journal garde qu’il y a eu effacement, et pourquoi. Si d’autres ont pu le lire, une seconde personne du secrétariat doit demander le même effacement\u00a0: elle est prévenue par courriel.',
    confirm: 'Effacer',
    done: 'C’est effacé, ou votre demande attend une seconde personne\u00a0: le journal le dit.',
  },
  write: {
    consequence:
      'L’organisme reçoit votre message par courriel, et le lit avec ses pièces sur sa page de suivi, d’où il peut répondre.',
    confirm: 'Envoyer le message',
    done: 'Le message est envoyé.',
  },
  attach: {
    consequence: 'PDF, image, document Word ou LibreOffice.',
    confirm: 'Joindre la pièce',
    done: 'La pièce est jointe.',
  },
}

export const TAKE_OVER = {
  button: 'Reprendre le dossier',
  consequence: (name: string) => `${name} instruit ce dossier. Il passera à votre nom.`,
} as const

export const CHANGE_VOTE = 'Changer mon vote'
export const SEND_APPROVED = {
  button: 'Envoyer le refus approuvé',
  consequence: 'Ce texte, approuvé par la présidence, est envoyé tel quel à l’organisme.',
  confirm: 'Envoyer à l’organisme',
  done: 'Le refus est envoyé à l’organisme.',
} as const

/** What is answered to a question about an elector. */
export const TIES = {
  'no-conflict': 'Aucun lien\u00a0: cette personne peut voter',
  conflict: 'Un lien est confirmé\u00a0: cette personne est récusée',
} as const

export const FIELDS = {
  questioned: 'Au sujet de',
  tie: 'Réponse',
  correctedUpon: 'Corrigée d’après',
  reason: 'Motif',
  dispute: 'Qu’est-ce qui n’est pas exact\u202f?',
  question: 'Votre question à l’organisme',
  deadline: 'Réponse attendue au plus tard le',
  answer: 'Réponse reçue',
  source: 'Reçue par',
  power: 'Comment avez-vous vérifié le pouvoir du signataire\u202f?',
  powerHelp:
    'Par exemple «\u00a0extrait du greffe du 3 novembre 2026\u00a0» ou «\u00a0procès-verbal d’assemblée\u00a0».',
  choice: 'Votre voix',
  choiceReason: 'Explication (facultative)',
  choiceReasonHelp: 'Lue par les membres appelés à voter et le secrétariat.',
  person: 'Membre à rétablir',
  refusalText: 'Motif, écrit pour l’organisme',
  send: 'Que faire de ce texte\u202f?',
  sendNow: 'L’envoyer à l’organisme maintenant',
  sendLater: 'L’approuver seulement\u00a0: le secrétariat l’enverra',
  closeReason: 'Pourquoi classer cette demande\u202f?',
  closeNote: 'Note interne (facultative)',
  minutesReference: 'Référence du procès-verbal',
  minutesHelp: 'Nécessaire après un refus, sauf accord de la présidence laissé en note.',
  note: 'Note',
  agrees: 'Je suis d’accord pour que ce dossier soit rouvert',
  fileTitle: 'Intitulé de la pièce (facultatif)',
  file: 'Fichier',
  message: 'Votre message à l’organisme',
  entry: 'Que faut-il effacer\u202f?',
} as const

export const CORRECTED_UPON = {
  letter: 'Un courrier',
  phone: 'Un appel',
  email: 'Un courriel',
  'bounced-address': 'Une adresse où nos courriels n’arrivent pas',
} as const

/** What may be erased, in a list. */
export const ENTRIES = {
  note: (title: string) => `Note\u00a0: ${title}`,
  message: (title: string) => `Message\u00a0: ${title}`,
  attachment: (title: string) => `Pièce\u00a0: ${title}`,
} as const

/** What an empty field of a correction means. */
export const NOTHING_DECLARED = 'Non renseigné'

export const ANSWERS = { letter: 'Courrier', phone: 'Téléphone', email: 'Courriel' } as const

export const CHOICES = {
  for: 'Pour',
  against: 'Contre',
  abstain: 'Abstention',
  recused: 'Je me déporte\u00a0: j’ai un conflit d’intérêts',
} as const

const ENDS: Record<Outcome, string> = {
  approved: 'l’adhésion sera validée aussitôt',
  rejected: 'la demande sera refusée aussitôt',
  referred: 'la demande sera renvoyée aussitôt à une séance',
}

export const DECIDES = {
  vote: (outcome: Outcome) => `Votre voix emporte la décision\u00a0: ${ENDS[outcome]}.`,
  recusal: (outcome: Outcome) => `Votre déport met fin au scrutin\u00a0: ${ENDS[outcome]}.`,
} as const
