import { fr } from '../../../content/typography.ts'

export type LinkPurpose = 'signature' | 'follow-up'
export type LinkProblem = 'used' | 'expired' | 'replaced' | 'wrong'

type Text = { title: string; text: string; next: readonly string[] }

const WRONG: Text = {
  title: 'Ce lien n’est pas valable',
  text: 'Nous ne reconnaissons pas cette adresse. Elle a pu être coupée ou mal recopiée.',
  next: [
    'Ouvrez le lien directement depuis le courriel, sans le recopier.',
    'S’il est coupé en deux lignes, copiez-le en entier dans la barre d’adresse.',
    'Si rien n’y fait, demandez un nouveau lien.',
  ],
}

export const LINK_TEXTS: Record<LinkPurpose, Record<LinkProblem, Text>> = {
  signature: {
    used: {
      title: 'Ce lien a déjà servi',
      text: fr`La charte a été signée avec ce lien : il n’y a rien à refaire.`,
      next: [
        'La preuve de la signature est dans le courriel que le signataire a reçu.',
        'Pour savoir où en est la demande, utilisez le lien de suivi.',
      ],
    },
    expired: {
      title: 'Ce lien a expiré',
      text: fr`Par sécurité, un lien de signature ne vit que trente jours. La demande, elle, peut encore être signée : il suffit d’un nouveau lien.`,
      next: [
        'La personne qui a déposé la demande peut renvoyer le lien depuis sa page de suivi.',
        'Vous pouvez aussi le demander ci-dessous.',
      ],
    },
    replaced: {
      title: 'Ce lien a été remplacé',
      text: fr`La demande a été corrigée, ou un lien plus récent a été envoyé : celui-ci ne sert plus.`,
      next: ['Ouvrez le dernier courriel reçu de notre part.', 'Si vous ne le trouvez pas, demandez un nouveau lien.'],
    },
    wrong: WRONG,
  },
  'follow-up': {
    used: {
      title: 'Ce lien a déjà servi',
      text: 'Ce que vous vouliez faire est déjà fait.',
      next: ['Pour voir où en est la demande, demandez un lien de suivi.'],
    },
    expired: {
      title: 'Ce lien a expiré',
      text: 'Un lien de suivi reste valable six mois après la fin du dossier. Ce délai est passé.',
      next: ['Si votre organisme souhaite nous rejoindre, déposez une nouvelle demande.'],
    },
    replaced: {
      title: 'Ce lien a été remplacé',
      text: fr`L’adresse du contact a changé, ou un lien plus récent a été envoyé : celui-ci ne sert plus.`,
      next: ['Ouvrez le dernier courriel reçu de notre part.', 'Si vous ne le trouvez pas, demandez un nouveau lien.'],
    },
    wrong: WRONG,
  },
}

export const LINK_MOVED_TEXTS = {
  title: 'Votre demande est corrigée',
  lead: 'Le lien de suivi part à la nouvelle adresse électronique.',
  text: fr`Il arrive d’ordinaire en quelques minutes. Celui que vous venez d’utiliser ne sert plus : l’adresse à laquelle il avait été envoyé n’est plus celle de la demande.`,
}

export const LINK_LABELS = { next: 'Que faire maintenant', ask: 'Demander un nouveau lien', home: 'Aller à l’accueil' }

export const LOST_LINK_TEXTS = {
  title: 'Retrouver mon lien',
  lead: 'Nous vous envoyons par courriel un nouveau lien vers chacune de vos demandes.',
  email: 'Votre adresse électronique',
  emailHint: 'Celle que porte la demande, pour le contact ou pour le représentant.',
  submit: 'Recevoir un nouveau lien',
  sentTitle: 'C’est noté',
  sentLead: 'Si une demande porte cette adresse, un courriel part dans quelques minutes.',
  sentWhy: 'Nous donnons toujours la même réponse, pour ne révéler à personne qui a déposé une demande.',
  sentNext: [
    'Regardez aussi dans les courriers indésirables.',
    'Un même lien ne repart qu’une fois par heure.',
    fr`Une adresse dont aucun lien n’a encore servi reçoit au plus trois courriels par jour : au-delà, le lien part dans les vingt-quatre heures.`,
    fr`Quand plus de cent vingt courriels ont été demandés depuis un même réseau, les suivants partent dans l’heure.`,
    'Si rien n’arrive, vérifiez l’adresse ou essayez-en une autre, puis recommencez.',
  ],
  again: 'Recommencer',
}
