import { fr } from '../../../content/typography.ts'

export const FORM_TEXTS = {
  optional: '(facultatif)',
  choose: 'Choisir dans la liste',
  /** The word before the message under a field, so that colour alone does not tell the mistake. */
  error: fr`Erreur : `,
  summaryTitle: (count: number) =>
    count === 1 ? 'Il reste un point à corriger' : fr`Il reste ${count} points à corriger`,
  problemTitle: 'Votre envoi n’a pas abouti',
  nothingSent: 'Rien n’a été enregistré. Ce que vous avez écrit est conservé ci-dessous.',
  trap: 'Laissez ce champ vide',
  trapFilled: fr`Un champ qui doit rester vide a été rempli, peut-être par votre navigateur. Il a été vidé : envoyez de nouveau.`,
  tooOld: fr`Cette page était ouverte depuis longtemps. Rien n’est perdu : relisez, puis envoyez de nouveau.`,
  filesAgain: fr`Vos fichiers n’ont pas été gardés : choisissez-les de nouveau.`,
}
