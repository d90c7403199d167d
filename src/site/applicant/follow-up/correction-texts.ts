import { fr } from '../../../content/typography.ts'

export const CORRECTION_TEXTS = {
  back: 'Revenir au suivi sans rien changer',
  correct: {
    title: 'Corriger la demande',
    lead: 'Changez ce qui est inexact, laissez le reste.',
    submit: 'Enregistrer les corrections',
    signedTitle: 'La charte est déjà signée',
    signed: fr`Si vous changez le nom, l’identifiant, la nature de la demande ou le représentant, la signature ne vaudra plus : le représentant recevra un nouveau lien et devra signer de nouveau.`,
  },
  representative: {
    title: 'Changer de représentant',
    current: fr`Représentant actuel : `,
    lead: 'Indiquez qui signera la charte à sa place.',
    submit: 'Changer de représentant',
    effect:
      'Cette personne recevra son lien de signature par courriel. Le lien envoyé à la personne précédente ne servira plus.',
  },
  withdraw: {
    title: fr`Retirer la demande ?`,
    lead: 'Elle s’arrêtera ici.',
    effects: [
      'Personne ne l’étudiera plus, et un vote en cours sera annulé.',
      'Les liens de signature ne serviront plus.',
      'Vous pourrez déposer une nouvelle demande quand vous le souhaiterez.',
    ],
    submit: 'Retirer la demande',
    keep: 'Garder ma demande',
  },
}
