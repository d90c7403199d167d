import { around, by, date, inside, text, word, type Facts } from './journal-facts.ts'

const CHOICES = { for: 'pour', against: 'contre', abstain: 'abstention' }
const OUTCOMES = {
  approved: 'favorable',
  validated: 'favorable',
  rejected: 'défavorable',
  referred: 'renvoi en séance',
}
const SOURCES = { letter: 'courrier', phone: 'téléphone', email: 'courriel', link: 'la page de suivi' }
const CLOSE_REASONS = {
  duplicate: 'doublon',
  'no-answer': 'sans réponse',
  'applicant-wish': 'souhait de l’organisme',
  ceased: 'activité cessée',
}
const OPINIONS = { favourable: 'favorable', 'with-reservations': 'avec réserves', unfavourable: 'défavorable' }
const REFERRAL_CAUSES = {
  'electorate-too-small': 'trop peu de membres peuvent voter',
  'no-quorum': 'le quorum n’est pas réuni',
  tie: 'les voix sont à égalité',
  'too-few-for': 'les voix pour sont trop peu nombreuses',
  'only-abstentions': 'tous se sont abstenus',
}

/**
 * Every fact that the journal knows, with its sentence. What stands behind a colon is read from the evidence
 * under the names used here, where the row has them; an erased row keeps its bare sentence.
 */
const SENTENCES = {
  // The life of an adhesion.
  submitted: () => 'Demande déposée.',
  'link-resent': (facts) => `Lien de signature renvoyé${by(facts)}.`,
  corrected: (facts) =>
    `Demande corrigée${by(facts)}${facts['signatureUndone'] === true ? '\u00a0: une nouvelle signature est nécessaire' : ''}.`,
  'representative-changed': (facts) => `Représentant remplacé${by(facts)}.`,
  signed: (facts) =>
    `Charte${around(' (version ', text(facts, 'charterNumber'), ')')} signée${around(' par ', text(facts, 'signatory'))}.`,
  rebound: (facts) =>
    `Demande rattachée à la version en vigueur de la charte${around(' (version ', text(facts, 'charterNumber'), ')')}.`,
  'expiry-announced': (facts) => `Expiration prochaine annoncée${around(' pour le ', date(facts, 'expiresOn'))}.`,
  expired: () => 'Demande expirée, faute de signature.',
  claimed: (facts) => `Dossier pris en charge${by(facts)}.`,
  released: (facts) => `Dossier libéré${by(facts)}.`,
  'information-requested': (facts) =>
    `Complément demandé${by(facts)}${around(', pour le ', date(facts, 'deadline'))}${around('\u00a0: ', text(facts, 'question')) || '.'}`,
  'information-answered': (facts) => `Réponse reçue${around(' par ', word(facts, 'source', SOURCES))}.`,
  'information-reminded': (facts) =>
    `Rappel de la demande de complément envoyé${around(', réponse attendue pour le ', date(facts, 'deadline'))}.`,
  'request-cancelled': (facts) => `Demande de complément annulée${by(facts)}${reason(facts)}`,
  'put-to-bureau': (facts) =>
    `Dossier soumis au Bureau${by(facts)}${around(' (pouvoir d’engager vérifié\u00a0: ', text(facts, 'source'), ')')}.`,
  'vote-cast': (facts) => `Vote${by(facts)}${around('\u00a0: ', word(facts, 'choice', CHOICES))}.`,
  recused: (facts) =>
    `${text(facts, 'name') ? `Déport de ${text(facts, 'name')}` : `Déport déclaré${by(facts)}`}${reason(facts)}`,
  reinstated: (facts) => `Déport${around(' de ', text(facts, 'name'))} levé${by(facts)}${reason(facts)}`,
  'reinstatement-asked': (facts) =>
    `Levée du déport${around(' de ', text(facts, 'name'))} demandée${by(facts)}, à confirmer par un second membre${reason(facts)}`,
  'conflict-answered': (facts) =>
    `Question sur un conflit d’intérêts${around(' de ', text(facts, 'name'))}\u00a0: ${facts['conflict'] === true ? 'lien confirmé' : 'aucun lien'}${by(facts)}${reason(facts)}`,
  'ballot-closed': (facts) => `Scrutin clos${around(', résultat\u00a0: ', word(facts, 'outcome', OUTCOMES))}.`,
  referred: (facts) => `Demande renvoyée en séance${around('\u00a0: ', word(facts, 'reason', REFERRAL_CAUSES))}.`,
  approved: (facts) => `Adhésion validée${around(' le ', date(facts, 'decidedOn'))}.`,
  rejected: (facts) => `Demande refusée${around(' le ', date(facts, 'decidedOn'))}.`,
  'sent-back': (facts) => `Dossier renvoyé à l’instruction${by(facts)}${reason(facts)}`,
  'session-recorded': (facts) =>
    `Décision de séance saisie${by(facts)}${around(' (séance du ', date(inside(facts, 'record'), 'sessionDay'), ')')}${around(', procès-verbal ', text(inside(facts, 'record'), 'minutesReference'))}.`,
  'session-confirmed': (facts) => `Décision de séance confirmée${by(facts)}.`,
  'refusal-text-approved': (facts) => `Motif du refus approuvé${by(facts)}.`,
  'refusal-notified': (facts) => `Refus notifié à l’organisme${by(facts)}.`,
  'refusal-overdue': () => 'Alerte\u00a0: le refus n’est pas encore notifié à l’organisme.',
  withdrawn: (facts) => `Demande retirée${by(facts)}.`,
  closed: (facts) =>
    `Demande classée sans suite${by(facts)}${around('\u00a0: ', word(facts, 'reason', CLOSE_REASONS))}${around(' (', text(facts, 'note'), ')')}.`,
  reopened: (facts) => `Dossier rouvert${by(facts)}${reason(facts)}`,
  noted: (facts) => `Note${by(facts)}${around('\u00a0: ', text(facts, 'text')) || '.'}`,
  attached: (facts) => `Pièce jointe${by(facts)}${around('\u00a0: ', text(facts, 'title'))}.`,
  anonymised: () => 'Données personnelles effacées à la fin de leur durée de conservation.',

  // Members.
  'member-entered': (facts) => `Membre inscrit${by(facts)}${around('\u00a0: ', text(facts, 'member'))}.`,
  'member-confirmed': (facts) => `Inscription du membre confirmée${by(facts)}.`,
  'member-kind-changed': (facts) =>
    `Qualité du membre changée${around('\u00a0: ', word(facts, 'kind', { member: 'adhérent', partner: 'partenaire' }))}.`,
  'member-status-changed': (facts) =>
    `Statut du membre changé${by(facts)}${around(' à compter du ', date(facts, 'from'))}.`,
  'member-corrected': (facts) => `Fiche du membre corrigée${by(facts)}.`,

  // Bodies, mandates, accounts, the charter.
  'body-founded': (facts) => `Instance créée${by(facts)}${deliberation(facts)}.`,
  'rule-changed': (facts) => `Règle de décision modifiée${by(facts)}${deliberation(facts)}.`,
  'mandate-entered': (facts) =>
    `Mandat saisi${by(facts)}${around('\u00a0: ', text(facts, 'person'))}${deliberation(facts)}.`,
  'mandate-confirmed': (facts) => `Mandat confirmé${by(facts)}.`,
  'mandate-changed': (facts) => `Mandat modifié${by(facts)}${deliberation(facts)}.`,
  'mandate-ended': (facts) =>
    `Mandat terminé${around(' le ', date(facts, 'lastDay'))}${by(facts)}${deliberation(facts)}.`,
  'mandate-discarded': (facts) => `Saisie du mandat abandonnée${by(facts)}${reason(facts)}`,
  'account-linked': (facts) => `Compte de l’équipe rattaché à la personne${by(facts)}${deliberation(facts)}.`,
  'person-renamed': (facts) =>
    `Nom de la personne changé${by(facts)}${around('\u00a0: ', text(facts, 'name'))}${deliberation(facts)}.`,
  'change-proposed': (facts) => `Changement proposé${by(facts)}, à confirmer par une seconde personne.`,
  'change-discarded': (facts) => `Changement proposé abandonné${by(facts)}${reason(facts)}`,
  'charter-adopted': (facts) =>
    `Version${around(' ', text(facts, 'number'))} de la charte adoptée${by(facts)}${deliberation(facts)}.`,

  // Publications.
  'publication-approved': (facts) =>
    `Contenu approuvé${by(facts)}${around(' pour ', text(facts, 'body'))}${facts['withoutOpinion'] === true ? ', sans avis du comité scientifique' : ''}.`,
  'publication-opinion': (facts) =>
    `Avis${around(' ', word(facts, 'opinion', OPINIONS))} rendu${by(facts)}${around(' pour ', text(facts, 'body'))}.`,
  'publication-released': (facts) => `Version${around(' ', text(facts, 'number'))} publiée.`,
} as const satisfies Record<string, (facts: Facts) => string>

/** A fact that the journal knows; the list is closed. The names are kept in the database: they never change. */
export type JournalType = keyof typeof SENTENCES

/** Voices and notes: a recused person does not read them. */
const CONFIDENTIAL: ReadonlySet<JournalType> = new Set<JournalType>(['vote-cast', 'noted'])

/** Every fact that the journal knows. */
export const JOURNAL_TYPES: readonly JournalType[] = Object.keys(SENTENCES).filter(isJournalType)

/** Whether a text names a fact that the journal knows. */
export function isJournalType(type: unknown): type is JournalType {
  return typeof type === 'string' && Object.hasOwn(SENTENCES, type)
}

/** Whether facts of this type are always for those alone who may read voices and notes. */
export function isConfidential(type: JournalType): boolean {
  return CONFIDENTIAL.has(type)
}

/** What a journal row says, in one French sentence; whatever an erased or unknown row lacks is left out. */
export function journalSentence({ type, evidence }: { type: string; evidence?: unknown }): string {
  if (!isJournalType(type)) return 'Fait d’un type inconnu.'
  const facts: Facts =
    typeof evidence === 'object' && evidence !== null && !Array.isArray(evidence) ? { ...evidence } : {}
  return SENTENCES[type](facts)
}

/** « : le motif », whose own full stop ends the sentence, or a full stop. */
function reason(facts: Facts): string {
  const given = text(facts, 'reason')
  return given === '' ? '.' : `\u00a0: ${given}`
}

function deliberation(facts: Facts): string {
  return around(' (délibération ', text(facts, 'deliberation'), ')')
}
