/** What the pages of signing in and of one's own account say. */
export const SIGN_IN = {
  email: 'Adresse électronique',
  password: 'Mot de passe',
  submit: 'Se connecter',
  forgot: 'Mot de passe oublié\u00a0?',
  passkey: 'Utiliser une clé d’accès',
  mailed: 'Recevoir un code par courriel',
  others: 'Autres façons d’entrer',
  back: 'Revenir',
  cancelled: 'La clé d’accès n’a pas été utilisée.',
  elector: 'Membre d’une instance\u00a0? Un code peut remplacer le mot de passe.',
} as const

export const SECOND = {
  title: 'Confirmez que c’est vous',
  code: 'Code de votre application',
  help: 'Six chiffres, lus dans l’application de codes de votre téléphone.',
  submit: 'Confirmer',
  passkey: 'Confirmer avec une clé d’accès',
  lost: 'J’ai perdu mon appareil',
  recovery: 'Code de secours',
  recoveryHelp: 'L’un des dix codes donnés à l’enregistrement. Chacun sert une fois.',
} as const

export const MAILED = {
  title: 'Code reçu par courriel',
  sent: 'Si ce compte se connecte par code, un courriel vient de partir. Le code vaut dix minutes, sur cet appareil.',
  code: 'Code à huit chiffres',
  submit: 'Valider le code',
} as const

export const ENROL = {
  title: 'Un second facteur est demandé',
  why: 'Votre rôle ouvre des droits étendus\u00a0: en plus du mot de passe, il faut un second facteur. Choisissez l’un des deux.',
  app: 'Application de codes',
  appHelp:
    'Scannez ce dessin avec une application de codes (Aegis, 2FAS, Google Authenticator…), puis saisissez le code qu’elle montre.',
  secret: 'Ou recopiez cette clé',
  code: 'Code à six chiffres',
  confirm: 'Enregistrer l’application',
  begin: 'Ajouter une application de codes',
  passkey: 'Ajouter une clé d’accès',
  passkeyHelp: 'L’empreinte, le visage ou le code de cet appareil, ou une clé de sécurité.',
  codesTitle: 'Vos dix codes de secours',
  codesHelp:
    'Imprimez-les ou gardez-les dans un coffre\u00a0: ils ne seront plus montrés. Chacun ouvre une fois, si vous perdez votre appareil.',
  kept: 'Je les ai gardés',
} as const

export const OWN = {
  password: 'Changer mon mot de passe',
  present: 'Mot de passe actuel',
  fresh: 'Nouveau mot de passe',
  freshHelp: 'Au moins douze caractères\u00a0: quatre ou cinq mots sans lien entre eux font un bon mot de passe.',
  change: 'Changer le mot de passe',
  changed: 'Votre mot de passe est changé\u00a0; les autres sessions sont fermées.',
  factors: 'Second facteur',
  none: 'Aucun second facteur. Un mot de passe deviné ou volé suffit alors à ouvrir votre compte.',
  remove: 'Retirer',
  renew: 'Refaire les codes de secours',
  proof: 'Pour ajouter ou retirer un second facteur, saisissez votre mot de passe actuel.',
  sessions: 'Sessions ouvertes',
  device: 'Appareil',
  network: 'Adresse réseau',
  since: 'Depuis',
  seen: 'Dernière activité',
  current: 'cette session',
  end: 'Fermer',
  endOthers: 'Fermer les autres sessions',
  unknown: 'Appareil inconnu',
} as const

export const codesLeft = (count: number): string => `Codes de secours restants\u00a0: ${count}`
