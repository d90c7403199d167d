import type { MailTemplate } from '../mail/catalogue.ts'

/** The French names of the e-mails that the panel lists in a file, for code that loads no template. */
export const MAIL_LABELS: Readonly<Partial<Record<MailTemplate, string>>> = {
  receipt: 'Accusé de réception',
  'signature-link': 'Lien de signature',
  'follow-up-link': 'Lien de suivi',
  'new-signature': 'Nouvelle signature demandée, au contact',
  'corrected-on-behalf': 'Demande corrigée par le secrétariat',
  'expiry-notice': 'Expiration prochaine, au représentant',
  'expiry-notice-contact': 'Expiration prochaine, au contact',
  'signed-copy': 'Exemplaire signé',
  'file-to-instruct': 'Dossier à instruire',
  'information-request': 'Demande de complément',
  'information-reminder': 'Rappel d’une demande de complément',
  'information-answered': 'Réponse à une demande de complément',
  'message-from-secretariat': 'Message du secrétariat',
  'message-from-applicant': 'Message d’un organisme candidat',
  'request-cancelled': 'Demande de complément annulée',
  'ballot-opened': 'Scrutin ouvert',
  'ballot-half-time': 'Scrutin à mi-parcours',
  'ballot-last-day': 'Dernier jour du scrutin',
  'ballot-referred': 'Renvoi en séance',
  'outcome-recorded': 'Décision prise',
  'refusal-overdue': 'Refus non notifié',
  refusal: 'Refus',
  validation: 'Validation',
  closed: 'Classement sans suite',
  withdrawn: 'Retrait confirmé',
  'representative-changed': 'Changement de représentant, à l’ancien',
  reopened: 'Demande rouverte',
  'session-to-confirm': 'Décision de séance à confirmer',
  'session-record-cancelled': 'Décision de séance annulée avant sa confirmation',
  'session-record-disputed': 'Décision de séance contestée',
  'mandate-changed': 'Mandat inscrit, modifié ou terminé',
  'body-rule-changed': 'Règle de décision modifiée',
  'account-linked': 'Compte rattaché à un titulaire',
  'publication-waits': 'Publication soumise aux instances',
  'staff-invitation': 'Invitation à l’équipe',
  'password-reset': 'Nouveau mot de passe',
  'password-changed': 'Mot de passe changé',
  'new-device': 'Connexion depuis un nouvel appareil',
  'sign-in-failures': 'Essais de connexion refusés',
  'visitor-message': 'Message d’un visiteur',
}

/** The French name of an e-mail of the outbox; the id of its template where it has none here. */
export const mailLabel = (template: string): string =>
  Object.entries(MAIL_LABELS).find(([name]) => name === template)?.[1] ?? template
