import type { MailData, MailTemplate } from './catalogue.ts'

const file = { reference: 'CPOF-2026-000042', organisation: 'Atelier des Deux-Rives' } as const
const body = 'Bureau'
const office = {
  enteredBy: 'Nadia Belkacem',
  confirmedBy: 'Hugo Perrin',
  deliberation: 'AG du 12 mars 2026, résolution 4',
} as const

/** One sample per template, made up, as an outbox row would store it. */
export const PREVIEWS: { readonly [Template in MailTemplate]: MailData[Template] } = {
  receipt: {
    ...file,
    kind: 'member',
    representative: 'Camille Aubertin',
    recipient: 'contact',
    charterNumber: 1,
    expiresOn: '2027-01-22',
  },
  'signature-link': {
    ...file,
    kind: 'member',
    representative: 'Camille Aubertin',
    contact: 'Idris Lamotte',
    charterNumber: 1,
    linkExpiresOn: '2026-12-23',
    occasion: 'submission',
  },
  'follow-up-link': { reference: file.reference, occasion: 'asked' },
  'new-signature': { ...file, charterNumber: 2 },
  'corrected-on-behalf': {
    ...file,
    source: 'phone',
    changes: 'Adresse électronique du contact (idris@ancien.example → idris.lamotte@deux-rives.example)',
    signatureUndone: false,
  },
  'expiry-notice': { ...file, expiresOn: '2027-01-22' },
  'expiry-notice-contact': { ...file, expiresOn: '2027-01-22' },
  'signed-copy': {
    ...file,
    signatory: 'Camille AUBERTIN',
    signedAt: '2026-11-24T09:12:40.000Z',
    charterNumber: 1,
    sha256: '5f2b51ca2fdc5baa31ec02e002f69aec02e5f2b51ca2fdc5baa31ec02e002f69',
  },
  'file-to-instruct': { ...file, kind: 'member', signedAt: '2026-11-24T09:12:40.000Z' },
  'information-request': {
    ...file,
    question:
      'Votre dossier indique une certification Qualiopi pour les bilans de compétences, mais le certificat ne couvre que les actions de formation.\n\n' +
      'Pouvez-vous nous dire\u00a0:\n– si une extension est en cours\u00a0;\n– à quelle date elle est attendue\u00a0?',
    deadline: '2026-12-15',
  },
  'information-reminder': {
    ...file,
    question: 'Pouvez-vous nous envoyer le certificat Qualiopi en cours de validité\u00a0?',
    deadline: '2026-12-15',
  },
  'information-answered': { ...file, attachments: 2 },
  'message-from-secretariat': {
    ...file,
    text: 'Bonjour,\n\nVotre demande sera présentée au Bureau le 9 décembre. Voici l’ordre du jour de la séance.',
    attachments: 1,
  },
  'message-from-applicant': { ...file, attachments: 0 },
  'erasure-asked': {
    ...file,
    what: 'attachment',
    reason: 'Cette pièce est celle d’un autre organisme.',
    askedBy: 'Nadia Belkacem',
  },
  'request-cancelled': { ...file, cause: 'secretariat' },
  'ballot-opened': {
    ...file,
    kind: 'member',
    body,
    closesAt: '2026-12-11T17:00:00.000Z',
    electors: 5,
    quorum: 3,
    minimumFor: 2,
  },
  'ballot-half-time': { ...file, body, closesAt: '2026-12-11T17:00:00.000Z' },
  'ballot-last-day': { ...file, body, closesAt: '2026-12-11T17:00:00.000Z' },
  'session-record-cancelled': {
    ...file,
    sessionDay: '2026-12-16',
    minutesReference: 'PV 2026-12',
    reason: 'Le procès-verbal saisi est celui d’une autre séance.',
    closesAt: '2026-12-21T17:00:00.000Z',
  },
  'session-record-disputed': {
    ...file,
    sessionDay: '2026-12-16',
    minutesReference: 'PV 2026-12',
    reason: 'Trois voix contre, et non deux\u00a0: voir la page 4 du procès-verbal.',
    disputedBy: 'Hélène Garrigue',
  },
  'ballot-referred': { ...file, body, cause: 'no-quorum' },
  'outcome-recorded': { ...file, body, outcome: 'rejected', decidedOn: '2026-12-09', recipient: 'presiding' },
  'refusal-overdue': { ...file, decidedOn: '2026-12-09', days: 7 },
  refusal: {
    ...file,
    body,
    decidedOn: '2026-12-09',
    text:
      'Madame la directrice,\n\n' +
      'Le Bureau a étudié votre demande avec attention. Il a constaté que votre activité de formation n’a pas encore commencé, ' +
      'et que la charte engage des pratiques que rien ne permet d’apprécier à ce jour.\n\n' +
      'Nous serions heureux de vous lire de nouveau après une première année d’exercice.\n\n' +
      'Hélène Garrigue\nprésidente',
  },
  validation: { ...file, kind: 'member', body, decidedOn: '2026-12-09', effectiveOn: '2026-12-09' },
  closed: { ...file, reason: 'no-answer' },
  withdrawn: { ...file, withdrawnOn: '2026-12-02' },
  'representative-changed': file,
  reopened: { ...file, to: 'under-review' },
  'session-to-confirm': {
    ...file,
    body,
    sessionDay: '2026-12-16',
    minutesReference: 'PV 2026-12',
    outcome: 'validated',
    for: 4,
    against: 0,
    abstain: 1,
    enteredBy: office.enteredBy,
  },
  'mandate-changed': {
    ...office,
    change: 'entered',
    person: 'Solène Kerdoncuff',
    body,
    role: 'treasurer',
    onBehalfOf: 'Coopérative Passerelles',
    firstDay: '2026-04-01',
    lastDay: '2029-03-31',
  },
  'body-rule-changed': {
    ...office,
    body,
    before: 'Quorum de la moitié des membres\u00a0; au moins 2 voix pour\u00a0; en cas d’égalité, renvoi en séance.',
    after: 'Quorum de la moitié des membres\u00a0; au moins 3 voix pour\u00a0; en cas d’égalité, renvoi en séance.',
  },
  'account-linked': {
    ...office,
    change: 'linked',
    person: 'Solène Kerdoncuff',
    account: 'tresorerie@cpof.example',
    body,
  },
  'account-changed': {
    what: 'roles-confirmed',
    person: 'Maud Ferrand',
    account: 'maud.ferrand@cpof.example',
    before: 'Rédaction',
    after: 'Rédaction, Secrétariat',
    by: 'Hugo Perrin',
    confirmedBy: 'Nadia Belkacem',
    reason: 'Remplacement pendant un congé.',
  },
  'email-proof': {
    person: 'Maud Ferrand',
    account: 'maud.ferrand@cpof.example',
    email: 'm.ferrand@cpof.example',
    expiresAt: '2026-12-02T10:00:00.000Z',
  },
  'publication-waits': {
    title: 'Financer le temps de l’accueil',
    kind: 'position',
    asks: 'approval',
    by: 'Maud Ferrand',
  },
  'staff-invitation': {
    invitedBy: 'Maud Ferrand',
    account: 'redaction@cpof.example',
    expiresAt: '2026-11-30T10:00:00.000Z',
  },
  'password-reset': { account: 'redaction@cpof.example', expiresAt: '2026-11-25T11:00:00.000Z' },
  'password-changed': { account: 'redaction@cpof.example', at: '2026-11-25T10:12:00.000Z' },
  'new-device': {
    account: 'redaction@cpof.example',
    at: '2026-11-25T10:12:00.000Z',
    device: 'Firefox sur Windows',
    network: '203.0.113.7',
  },
  'sign-in-failures': { account: 'redaction@cpof.example', at: '2026-11-25T10:12:00.000Z', network: '203.0.113.7' },
  'sign-in-code': { account: 'redaction@cpof.example', expiresAt: '2026-11-25T10:22:00.000Z', code: '20471936' },
  'seat-moved': {
    organisation: file.organisation,
    siret: '12345678200010',
    previous: '12345678200028',
    source: 'avis de situation Sirene du 3 novembre 2026',
  },
  'visitor-message': {
    about: 'press',
    name: 'Agathe Lormeau',
    email: 'agathe.lormeau@quotidien.example',
    organisation: 'Le Quotidien des territoires',
    text: 'Bonjour,\n\nje prépare un article sur la formation en milieu rural. Je cherche quelqu’un qui m’en parle.',
  },
}
