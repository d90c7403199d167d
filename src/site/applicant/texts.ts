import { fr } from '../../content/typography.ts'
import { DECLINE } from '../../adhesion/actions/decline.ts'
import type { Capacity, Kind } from '../../adhesion/declaration/declaration-types.ts'

export const AS_KIND: Record<Kind, string> = { member: 'adhérent', partner: 'partenaire' }
export const REQUEST_OF_KIND: Record<Kind, string> = { member: 'Demande d’adhésion', partner: 'Demande de partenariat' }
export const CAPACITY: Record<Capacity, string> = {
  'legal-representative': 'représentant légal',
  delegated: 'par délégation de signature',
}

export const SIGNATURE_TEXTS = {
  title: 'Signer la charte',
  onBehalfOf: fr`Au nom de : `,
  lead: (as: string) =>
    fr`Lisez ce que déclare votre organisme, puis la charte. Votre signature confirme sa demande pour devenir ${as} de la CPOF.`,
  jump: 'Aller directement à la signature',
  declared: 'La demande',
  labels: {
    organisation: 'Organisme',
    address: 'Adresse',
    request: 'Demande',
    representative: 'Signataire',
    capacity: 'Pouvoir de signer',
  },
  become: (as: string) => `devenir ${as} de la CPOF`,
  wrong: fr`Quelque chose est inexact ? Ne signez pas encore : la personne qui a déposé la demande la corrige depuis son lien de suivi.`,
  charter: 'Le texte que vous signez',
  sign: 'Votre signature',
  fullName: 'Votre nom et prénom',
  fullNameHint: (name: string) => fr`Écrivez-les comme vous signeriez. La demande indique : ${name}.`,
  accept: 'Votre accord',
  submit: 'Signer la charte',
  evidence:
    'Votre signature électronique vous engage comme une signature sur papier. Pour en garder la preuve, nous conservons le texte signé, le nom que vous avez écrit, la date et l’heure, votre adresse IP et le nom de votre navigateur. Vous en recevrez une copie par courriel.',
  refused: fr`Cette demande ne peut pas être signée`,
  otherwise: 'Vous ne souhaitez pas signer, ou ce n’est pas à vous de le faire\u00a0?',
  decline: DECLINE.label,
  superseded: (before: number, now: number) => fr`La charte a changé : la version ${now} remplace la version ${before}`,
  supersededText:
    'Votre signature n’a pas été enregistrée. Lisez le nouveau texte ci-dessous, puis signez-le si vous en êtes d’accord. Votre lien reste valable.',
}

/** The pages on which a representative says that they will not sign. */
export const DECLINE_TEXTS = {
  title: DECLINE.label,
  lead: (organisation: string) => `La demande de ${organisation} s’arrêtera ici.`,
  effects: [
    'Elle sera classée sans suite, et votre lien ne servira plus.',
    'La personne qui l’a déposée et le secrétariat en seront prévenus.',
    'Votre organisme pourra déposer une nouvelle demande quand il le souhaitera.',
  ],
  reason: 'Pourquoi',
  reasonHint: 'Le secrétariat lira ce que vous écrivez. Vous pouvez aussi ne rien écrire.',
  submit: 'Confirmer que je ne signerai pas',
  back: 'Revenir à la charte sans rien changer',
  doneTitle: 'Vous ne signerez pas',
  doneLead: (organisation: string) => `C’est noté\u00a0: la demande de ${organisation} est classée sans suite.`,
  doneNext: 'La personne qui l’a déposée et le secrétariat sont prévenus. Vous n’avez rien d’autre à faire.',
}

export const SIGNED_TEXTS = {
  title: 'La charte est signée',
  lead: fr`Merci : la demande signée nous est parvenue.`,
  already: 'Cette charte est déjà signée',
  alreadyLead: fr`Votre signature est bien enregistrée : il n’y a rien à refaire.`,
  evidence: 'Votre signature',
  labels: {
    reference: 'Référence',
    organisation: 'Organisme',
    signedAt: 'Signée le',
    fullName: 'Par',
    version: 'Texte',
    digest: 'Empreinte SHA-256',
  },
  versionOf: (number: number) => `Charte, version ${number}`,
  next: 'La suite',
  steps: [
    'Vous recevez par courriel le texte signé et la preuve de votre signature. Gardez ce message.',
    fr`Le secrétariat étudie le dossier. S’il lui manque quelque chose, il écrit à la personne qui a déposé la demande.`,
    'Le Bureau décide. Nous vous écrivons dès que la décision est prise.',
  ],
  effective: (as: string) => fr`Votre organisme devient ${as} à la date de la décision, si elle est favorable.`,
}
