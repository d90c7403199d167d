import { SIGNATURE_DAYS } from '../../../adhesion/lifecycle/expiry.ts'
import { fr } from '../../../content/typography.ts'

export const JOINING_TEXTS = {
  title: 'Nous rejoindre',
  lead: 'Présentez votre organisme, sans créer de compte. Il vous faut une dizaine de minutes.',
  means: {
    title: 'Ce que cela engage',
    lines: [
      fr`Votre représentant signe la charte : votre organisme s’engage à la respecter.`,
      fr`Le Bureau décide de chaque adhésion, et nous vous écrivons sa décision.`,
      fr`Comme adhérent, vous prenez part aux travaux et aux votes ; comme partenaire, vous les soutenez.`,
    ],
    charter: 'Lire la charte',
  },
  ready: {
    title: 'Ce qu’il vous faut sous la main',
    lines: [
      'Le SIRET de votre organisme, ou son numéro au registre s’il est établi hors de France.',
      'L’adresse électronique de la personne qui signera.',
      'Si vous en avez un, votre numéro de déclaration d’activité et votre certificat Qualiopi.',
    ],
  },
  closed: {
    title: 'Les demandes d’adhésion ne sont pas encore ouvertes',
    text: fr`La charte que chaque membre signe n’est pas encore en vigueur. Écrivez-nous pour être prévenu de l’ouverture : rien n’est à remplir d’ici là.`,
    write: 'Écrire au secrétariat',
    oneKind: {
      member: fr`Seuls les partenaires peuvent demander à nous rejoindre aujourd’hui : la charte des adhérents n’est pas encore en vigueur.`,
      partner: fr`Seuls les adhérents peuvent demander à nous rejoindre aujourd’hui : la charte des partenaires n’est pas encore en vigueur.`,
    },
  },
  start: 'Commencer la demande',
  beside: {
    title: 'En bref',
    whoTitle: 'Qui peut nous rejoindre',
    who: fr`Comme adhérent, tout organisme qui forme, établi en France. Comme partenaire, tout organisme qui soutient nos travaux, en France ou ailleurs.`,
    timeTitle: 'Combien de temps',
    time: fr`Une dizaine de minutes. Le Bureau décide en général dans le mois qui suit la signature.`,
    feeTitle: 'Ce que cela coûte',
    fee: fr`Déposer une demande est gratuit. Le secrétariat vous dit le montant de la cotisation avant que vous ne vous engagiez.`,
    helpTitle: 'Une question',
    write: 'Écrire au secrétariat',
    again: fr`Vous avez déjà déposé une demande ?`,
  },
  steps: {
    vous: { title: 'Qui êtes-vous ?', part: 1 },
    siret: { title: 'Votre SIRET', part: 2 },
    organisme: { title: 'Votre organisme', part: 2 },
    signataire: { title: 'Qui signe ?', part: 3 },
    verifier: { title: 'Vérifiez avant d’envoyer', part: 4 },
  },
  partOf: (part: number) => `Étape ${part} sur 4`,
  parts: {
    who: 'Votre demande',
    siret: 'Le numéro de votre établissement',
    organisation: 'L’organisme',
    training: fr`Déclaration d’activité et Qualiopi`,
    trainingIntro: 'Rien n’est obligatoire ici pour nous rejoindre.',
    presentation: 'Présentation et motivations',
    signatory: 'Le représentant qui signe',
    contact: 'Une autre personne suit la demande',
    contactIntro: 'Elle reçoit le lien de suivi, à la place du représentant.',
  },
  goOn: 'Continuer',
  back: 'Étape précédente',
  optionalPart: '(facultatif)',
  keep: {
    title: 'Continuer plus tard',
    text: fr`Gardez l’adresse de cette page : elle ramène à votre demande pendant trente jours. Quiconque l’a peut la lire.`,
    link: 'Le lien de cette étape',
  },
  tooMuch: fr`Vous avez écrit plus que ce formulaire ne peut contenir : raccourcissez vos textes.`,
  gone: {
    title: 'Cette demande n’est plus ici',
    text: fr`Une demande commencée est gardée trente jours après sa dernière modification. Une fois envoyée, elle se suit par le lien reçu par courriel.`,
    again: 'Commencer une demande',
  },
  register: {
    foundTitle: 'Organisme trouvé',
    found: (name: string) => fr`Le registre indique : ${name}. Corrigez ce qui ne convient pas.`,
    closed: fr`Le registre indique que cet établissement est fermé. Vérifiez le SIRET, ou celui du siège.`,
    unknownTitle: 'SIRET inconnu du registre',
    unknown: fr`Le registre ne connaît pas ce SIRET, ou son titulaire n’y est pas public. Vous pouvez poursuivre : le secrétariat vérifiera.`,
    awayTitle: 'Le registre ne répond pas',
    away: 'Vous pouvez poursuivre sans cette vérification.',
  },
  privacy: {
    title: 'L’information sur vos données personnelles',
  },
  review: {
    title: 'Vérifiez avant d’envoyer',
    lead: fr`Rien n’est encore envoyé.`,
    next: (email: string) => fr`Après l’envoi, ${email} recevra le lien pour lire et signer la charte.`,
    send: 'Envoyer la demande',
    change: 'Modifier',
    emptyPart: 'Rien d’indiqué.',
    warningsTitle: 'À relire',
  },
  sent: {
    title: 'Votre demande est enregistrée',
    reference: 'Votre référence',
    nextTitle: 'Et maintenant',
    steps: [
      {
        title: 'Regardez vos courriels',
        text: fr`L’accusé de réception arrive en quelques minutes, avec le lien pour suivre la demande. S’il manque, cherchez dans les indésirables.`,
      },
      {
        title: 'Votre représentant signe',
        text: fr`Il reçoit un autre courriel, avec le lien pour lire et signer la charte. Il a ${SIGNATURE_DAYS} jours.`,
      },
      {
        title: 'Le secrétariat étudie, le Bureau décide',
        text: fr`S’il manque quelque chose, nous vous écrivons. Une fois le dossier complet, le Bureau vote en ligne ou en séance.`,
      },
    ],
    signatureTo: 'Lien pour signer, envoyé à',
    receiptTo: 'Accusé de réception et suivi, envoyés à',
    mistyped: fr`Une de ces adresses est fausse ? Ouvrez le lien de suivi pour la corriger, ou écrivez-nous en donnant votre référence.`,
    lost: 'Retrouver mon lien',
  },
  lostLink: 'Recevoir de nouveau mon lien',
} as const
