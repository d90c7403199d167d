import { describe, expect, it } from 'vitest'
import {
  APPLICANT_FACT_TYPES,
  applicantSentence,
  FACT_TYPES,
  FACTS,
  officeSentence,
  type Evidence,
  type FactType,
} from './facts.ts'

const counted = {
  body: 'Bureau',
  round: 2,
  outcomeLabel: 'Favorable',
  counts: { for: 3, against: 1, abstain: 0 },
  reason: 'majority-for',
  decidedOn: '2026-12-09',
}
const terms = {
  title: 'Solène Kerdoncuff, trésorerie – Bureau',
  personId: 'p1',
  body: 'b1',
  role: 'treasurer',
  onBehalfOf: null,
  firstDay: '2026-04-01',
  lastDay: '2029-03-31',
}
const rule = {
  rule: {
    quorum: { numerator: 1, denominator: 2 },
    minimumFor: 2,
    tie: 'refer' as const,
    proxies: { perPerson: 1, countForQuorum: true },
    ballotDays: 10,
  },
  article: null,
  competences: [],
}
const second = { proposedBy: 'u2', proposedByName: 'Hugo Perrin', deliberation: 'AG 2026-4' }
const said = { person: 'p1', mandate: 'm1', body: 'le Bureau', contentHash: 'f00' }
const text = 'Parce que la règle le veut.'

/** A sample of each fact, and what the office must read in its sentence. */
const SAMPLES: { readonly [Type in FactType]: { evidence: Evidence<Type>; names: readonly string[] } } = {
  submitted: {
    evidence: { kind: 'partner', charterNumber: 1, charterSha256: 'f00', privacyNoticeVersion: '2026-11' },
    names: ['partenaire'],
  },
  'link-resent': { evidence: {}, names: ['Nadia Belkacem'] },
  corrected: {
    evidence: { changed: ['organisation.siret', 'organisation.rna', 'motivation'], changes: [], signatureUndone: true },
    names: ['Nadia Belkacem', '(l’organisme, la motivation)', 'nouvelle signature'],
  },
  'representative-changed': {
    evidence: { name: 'Camille Aubertin', previous: 'Idris Lamotte', signatureUndone: false },
    names: ['Nadia Belkacem', 'Camille Aubertin', 'au lieu d’Idris Lamotte'],
  },
  signed: {
    evidence: {
      signature: 's1',
      evidenceHash: 'f00',
      charterNumber: 3,
      charterSha256: 'f00',
      signatory: 'Camille Aubertin',
      typedName: 'Camille AUBERTIN',
      channel: 'page',
    },
    names: ['version 3', 'Camille Aubertin'],
  },
  'new-signature-asked': {
    evidence: { charterNumber: 2, charterSha256: 'f00', previous: 's1', requestWithdrawn: null },
    names: ['Nadia Belkacem', 'version 2'],
  },
  rebound: { evidence: { charterNumber: 3, charterSha256: 'f00', previous: 'v2' }, names: ['version 3'] },
  'expiry-announced': { evidence: { expiresOn: '2027-01-22' }, names: ['22 janvier 2027'] },
  expired: { evidence: {}, names: [] },
  claimed: {
    evidence: { previousId: 'u2', previous: 'Hugo Perrin' },
    names: ['par Nadia Belkacem', 'repris à Hugo Perrin'],
  },
  released: {
    evidence: { previousId: 'u2', previous: 'Hugo Perrin' },
    names: ['Nadia Belkacem', 'Hugo Perrin'],
  },
  'information-requested': {
    evidence: { number: 1, question: 'Quel est votre NDA\u202f?', deadline: '2026-12-01' },
    names: ['Nadia Belkacem', '1er décembre 2026', 'Quel est votre NDA\u202f?'],
  },
  'information-answered': {
    evidence: { number: 1, source: 'phone', answer: text, attachments: [] },
    names: ['téléphone', 'saisie par Nadia Belkacem'],
  },
  'information-reminded': {
    evidence: { number: 1, question: text, deadline: '2026-12-01' },
    names: ['1er décembre 2026'],
  },
  'request-cancelled': { evidence: { reason: text, number: 1 }, names: ['Nadia Belkacem', text] },
  'put-to-bureau': {
    evidence: {
      source: 'statuts, article 12',
      round: 1,
      closesAt: '2026-12-11T17:00:00.000Z',
      electorate: ['p1'],
      recused: [{ person: 'p2', reason: 'declared' }],
      body: 'Bureau',
      opened: { quorum: 3, minimumFor: 2 },
    },
    names: ['Nadia Belkacem', 'statuts, article 12', '11 décembre 2026'],
  },
  'vote-cast': {
    evidence: { personId: 'p1', name: 'Nadia Belkacem', choice: 'for', previous: 'against', reason: null, round: 1 },
    names: ['Nadia Belkacem', 'pour', 'au lieu de contre'],
  },
  recused: {
    evidence: { personId: 'p1', name: 'Nadia Belkacem', reason: text, round: 1 },
    names: ['Nadia Belkacem', text],
  },
  reinstated: {
    evidence: { personId: 'p1', name: 'Solène Kerdoncuff', reason: text },
    names: ['Déport de Solène Kerdoncuff levé', 'par Nadia Belkacem', text],
  },
  'reinstatement-asked': {
    evidence: { personId: 'p1', name: 'Solène Kerdoncuff', reason: text },
    names: ['Levée du déport de Solène Kerdoncuff', 'par Nadia Belkacem', text],
  },
  'conflict-answered': {
    evidence: { personId: 'p1', name: 'Solène Kerdoncuff', conflict: true, reason: 'Même adresse', round: 1 },
    names: ['Solène Kerdoncuff', 'lien confirmé', 'Nadia Belkacem', 'Même adresse'],
  },
  'ballot-closed': { evidence: { round: 1, ended: true, outcome: 'referred' }, names: ['renvoi en séance'] },
  referred: {
    evidence: { ...counted, outcome: 'referred', cause: 'no-quorum' },
    names: ['le quorum n’est pas réuni'],
  },
  approved: {
    evidence: { ...counted, outcome: 'approved', member: 'm1', effectiveOn: '2026-12-11' },
    names: ['9 décembre 2026', '11 décembre 2026'],
  },
  rejected: { evidence: { ...counted, outcome: 'rejected', presiding: 'p1' }, names: ['9 décembre 2026'] },
  'sent-back': { evidence: { reason: text, round: 1 }, names: ['Nadia Belkacem', text] },
  'session-recorded': {
    evidence: {
      sessionDay: '2026-12-16',
      minutesReference: 'PV 2026-12',
      body: 'Bureau',
      round: 2,
      outcome: 'approved',
      counts: counted.counts,
      presiding: 'p1',
      mark: 'f00',
    },
    names: ['Nadia Belkacem', 'séance du 16 décembre 2026', 'procès-verbal PV 2026-12', 'validation'],
  },
  'session-confirmed': {
    evidence: { round: 2, minutesReference: 'PV 2026-12', sessionDay: '2026-12-16' },
    names: ['Nadia Belkacem', 'séance du 16 décembre 2026', 'procès-verbal PV 2026-12'],
  },
  'session-record-cancelled': {
    evidence: {
      sessionDay: '2026-12-16',
      minutesReference: 'PV 2026-12',
      reason: text,
      round: 2,
      presiding: 'p1',
      electorate: ['p1'],
      closesAt: null,
    },
    names: ['Nadia Belkacem', 'séance du 16 décembre 2026', 'annulée', text],
  },
  'session-record-disputed': {
    evidence: { sessionDay: '2026-12-16', minutesReference: 'PV 2026-12', reason: text, round: 2 },
    names: ['Nadia Belkacem', 'séance du 16 décembre 2026', 'contestée', text],
  },
  'refusal-text-approved': { evidence: { text }, names: ['Nadia Belkacem'] },
  'refusal-notified': { evidence: { text, body: 'Bureau' }, names: ['Nadia Belkacem'] },
  'refusal-overdue': {
    evidence: { decidedOn: '2026-12-09', days: 7, presiding: null },
    names: ['7 jours après'],
  },
  withdrawn: { evidence: {}, names: ['Nadia Belkacem'] },
  closed: {
    evidence: { reason: 'ceased', note: 'Liquidation' },
    names: ['Nadia Belkacem', 'cessation d’activité', 'Liquidation'],
  },
  reopened: {
    evidence: { reason: text, minutesReference: 'PV 2026-12', to: 'under-review' },
    names: ['Nadia Belkacem', 'PV 2026-12', text],
  },
  'erasure-asked': {
    evidence: { entry: 'j1', what: 'note', reason: text },
    names: ['Nadia Belkacem', 'd’une note', text],
  },
  erased: {
    evidence: { entry: 'j1', what: 'attachment', ranks: [3], reason: text },
    names: ['Nadia Belkacem', 'd’une pièce', text],
  },
  written: {
    evidence: { side: 'secretariat', text, attachments: [{ id: 'p1', title: 'statuts.pdf', sha256: 'f00' }] },
    names: ['Nadia Belkacem', text],
  },
  noted: { evidence: { text, agreesToReopen: true }, names: ['Nadia Belkacem', 'favorable à la réouverture', text] },
  attached: {
    evidence: { title: 'Statuts 2026', attachment: 'a1', sha256: 'f00' },
    names: ['Nadia Belkacem', 'Statuts 2026'],
  },
  'erasure-announced': {
    evidence: { notice: 'retention:2026-12-09', erasedFrom: '2027-01-09' },
    names: ['9 janvier 2027'],
  },
  anonymised: { evidence: {}, names: [] },
  'member-entered': {
    evidence: {
      member: 'Atelier des Deux-Rives',
      kind: 'member',
      origin: 'paper',
      effectiveOn: '2026-04-01',
      deliberation: 'AG 2026-4',
      signature: { charterVersion: 'v1', signatory: 'Camille Aubertin', signedOn: '2026-03-30', scan: null },
    },
    names: ['Nadia Belkacem', 'Atelier des Deux-Rives', '1er avril 2026', 'AG 2026-4'],
  },
  'member-confirmed': {
    evidence: { ...second, signature: 's1' },
    names: ['Nadia Belkacem', 'Hugo Perrin', 'AG 2026-4'],
  },
  'member-kind-changed': {
    evidence: {
      kind: 'member',
      previous: 'partner',
      adhesion: 'a1',
      decidedOn: '2026-12-09',
      effectiveOn: '2026-12-09',
    },
    names: ['adhérent', 'au lieu de partenaire', '9 décembre 2026'],
  },
  'member-status-changed': {
    evidence: { ...second, previous: 'active', status: 'suspended', from: '2026-12-09' },
    names: ['Nadia Belkacem', 'suspendu', '9 décembre 2026', 'AG 2026-4'],
  },
  'member-seat-moved': {
    evidence: { siret: '12345678200010', previous: '12345678200028', source: 'Avis de situation Sirene' },
    names: ['Nadia Belkacem', '12345678200010', '12345678200028', 'Avis de situation Sirene'],
  },
  'member-network-confirmed': {
    evidence: { network: 'm1', name: 'Fédération des ateliers', previous: null },
    names: ['Nadia Belkacem', 'Fédération des ateliers'],
  },
  'member-network-discarded': {
    evidence: { network: 'm1', reason: 'Convention échue' },
    names: ['Nadia Belkacem', 'Convention échue'],
  },
  'member-corrected': { evidence: {}, names: ['Nadia Belkacem'] },
  'body-founded': {
    evidence: { name: 'Bureau', rule: rule.rule, article: null, deliberation: 'AG 2026-4' },
    names: ['Nadia Belkacem', 'Bureau', 'AG 2026-4'],
  },
  'rule-changed': {
    evidence: { ...second, name: 'Bureau', before: rule, after: rule },
    names: ['Nadia Belkacem', 'Bureau', 'AG 2026-4'],
  },
  'mandate-entered': {
    evidence: { ...terms, deliberation: 'AG 2026-4' },
    names: ['Nadia Belkacem', terms.title, '1er avril 2026', 'AG 2026-4'],
  },
  'mandate-confirmed': { evidence: { ...terms, enteredBy: 'u2' }, names: ['Nadia Belkacem', terms.title] },
  'mandate-changed': {
    evidence: { ...terms, ...second, before: terms },
    names: ['Nadia Belkacem', terms.title, 'AG 2026-4'],
  },
  'mandate-ended': {
    evidence: { ...terms, deliberation: 'AG 2026-4', cause: 'membership-ended', member: 'm1' },
    names: ['31 mars 2029', 'Nadia Belkacem', terms.title, 'avec l’adhésion', 'AG 2026-4'],
  },
  'mandate-discarded': { evidence: { ...terms, reason: text }, names: ['Nadia Belkacem', terms.title, text] },
  'account-linked': {
    evidence: { ...second, name: 'Solène Kerdoncuff', account: 'u1', previous: null },
    names: ['Nadia Belkacem', 'rattaché à Solène Kerdoncuff', 'AG 2026-4'],
  },
  'person-renamed': {
    evidence: { ...second, name: 'Solène Le Goff', previous: 'Solène Kerdoncuff' },
    names: ['Nadia Belkacem', 'Solène Le Goff', 'au lieu de Solène Kerdoncuff', 'AG 2026-4'],
  },
  'change-proposed': {
    evidence: { change: { kind: 'end', lastDay: '2026-12-31' }, deliberation: 'AG 2026-4' },
    names: ['Nadia Belkacem', 'fin du mandat le 31 décembre 2026', 'AG 2026-4'],
  },
  'change-discarded': {
    evidence: { name: 'Solène Le Goff', reason: text },
    names: ['Nadia Belkacem', 'le nom Solène Le Goff', text],
  },
  'charter-adopted': {
    evidence: {
      ...second,
      number: 3,
      effectiveOn: '2027-01-01',
      sha256: 'f00',
      binds: 'both',
      resignRequired: false,
    },
    names: ['Nadia Belkacem', 'Version 3', '1er janvier 2027', 'AG 2026-4'],
  },
  'publication-approved': {
    evidence: { ...said, withoutOpinion: true },
    names: ['Nadia Belkacem', 'le Bureau', 'sans avis'],
  },
  'publication-opinion': {
    evidence: { ...said, opinion: 'with-reservations', comments: null },
    names: ['Avis avec réserves', 'Nadia Belkacem', 'le Bureau'],
  },
  'publication-released': {
    evidence: { number: 2, contentHash: 'f00', slug: 'une-note', account: 'u1' },
    names: ['Version 2', 'Nadia Belkacem'],
  },
}

const actor = { kind: 'staff', id: 'u1', name: 'Nadia Belkacem', requestId: null }
const SENTENCE = /^\p{Lu}[^:;!?]*(\u00a0:[^:;]*)?[.?!]$/u
const BROKEN = /undefined|null|NaN|\[object|\(\)|\( | \)| {2}| ,| \.|,,|\.\.|,\.|de \.|par \./u

describe('the facts of the journal', () => {
  it.each(FACT_TYPES)('%s says to the office each thing that it wants to know', (type) => {
    const { evidence, names } = SAMPLES[type]
    expect(FACTS[type].evidence.safeParse(evidence)).toMatchObject({ success: true })
    const sentence = officeSentence({ type, evidence: { ...evidence, actor } })
    for (const name of names) expect(sentence).toContain(name)
    expect(sentence).toMatch(SENTENCE)
    expect(sentence).not.toMatch(BROKEN)
  })

  it.each(FACT_TYPES)('%s has a sentence that needs no evidence', (type) => {
    for (const evidence of [null, {}, { actor: { kind: 'system' } }]) {
      const sentence = officeSentence({ type, evidence })
      expect(sentence).toMatch(/^\p{Lu}[^:;!?]*(\u00a0:[^:;!?]*)?\.$/u)
      expect(sentence).not.toMatch(BROKEN)
    }
  })

  it.each(APPLICANT_FACT_TYPES)('%s has a sentence for the applicant, who is told of nobody of the team', (type) => {
    const { evidence } = SAMPLES[type]
    for (const row of [{ ...evidence, actor }, null]) {
      const sentence = applicantSentence({ type, evidence: row })
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence).not.toMatch(BROKEN)
      expect(sentence).not.toContain('Nadia')
    }
  })

  it('tells applicants nothing of votes, notes, recusals, sessions, nor of a refusal before it was notified', () => {
    const told = ['vote-cast', 'noted', 'recused', 'session-recorded', 'rejected', 'claimed', 'unknown'].map((type) =>
      applicantSentence({ type, evidence: {} }),
    )
    expect(told).toEqual(Array.from({ length: 7 }, () => null))
  })

  it('keeps votes and notes from the recused', () => {
    expect(FACT_TYPES.filter((type) => FACTS[type].hiddenFromRecused)).toEqual(['noted', 'vote-cast'])
  })

  it('names whoever acted without an account', () => {
    const by = (kind: string) => officeSentence({ type: 'withdrawn', evidence: { actor: { kind } } })
    expect(['representative', 'applicant', 'system'].map(by)).toEqual([
      'Demande retirée par le représentant.',
      'Demande retirée par l’organisme.',
      'Demande retirée.',
    ])
  })

  it('says so when a fact is of a type that this version does not know', () => {
    expect(officeSentence({ type: 'toString' })).toBe('Fait d’un type inconnu.')
  })

  it('refuses evidence with a field that the fact does not know', () => {
    const known = SAMPLES.reinstated.evidence
    expect(FACTS.reinstated.evidence.safeParse({ ...known, person: known.name }).success).toBe(false)
  })
})

describe('a row that an earlier version wrote', () => {
  it.each([
    [
      'session-recorded',
      { record: { sessionDay: '2026-12-16', minutesReference: 'PV 2026-12', present: ['p1'] }, outcome: 'approved' },
      'Décision de séance saisie par Nadia Belkacem (séance du 16 décembre 2026), procès-verbal PV 2026-12\u00a0: validation.',
    ],
    [
      'session-recorded',
      { sessionDay: '2026-12-16', minutesReference: 'PV 2026-12', recordHash: 'f00' },
      'Décision de séance saisie par Nadia Belkacem (séance du 16 décembre 2026), procès-verbal PV 2026-12.',
    ],
    [
      'reinstated',
      { personId: 'p1', person: 'Solène Kerdoncuff', reason: text },
      `Déport de Solène Kerdoncuff levé par Nadia Belkacem\u00a0: ${text}`,
    ],
    [
      'reinstated',
      { person: 'p1', name: 'Solène Kerdoncuff', reason: text },
      `Déport de Solène Kerdoncuff levé par Nadia Belkacem\u00a0: ${text}`,
    ],
    [
      'recused',
      { personId: 'p1', person: 'Nadia Belkacem', choice: 'recused', previous: null, reason: null, round: 1 },
      'Déport déclaré par Nadia Belkacem.',
    ],
    [
      'vote-cast',
      { personId: 'p1', person: 'Nadia Belkacem', choice: 'for', previous: null, reason: null, round: 1 },
      'Vote par Nadia Belkacem\u00a0: pour.',
    ],
    ['referred', { reason: 'tie', outcome: 'referred' }, 'Demande renvoyée en séance\u00a0: les voix sont à égalité.'],
    ['representative-changed', { signatureUndone: true }, 'Représentant remplacé par Nadia Belkacem.'],
    [
      'mandate-entered',
      {
        names: { person: 'Solène Kerdoncuff', body: 'Bureau', onBehalfOf: null },
        person: 'Solène Kerdoncuff',
        personId: 'p1',
      },
      'Mandat saisi par Nadia Belkacem\u00a0: Solène Kerdoncuff.',
    ],
    [
      'mandate-ended',
      { person: 'p1', lastDay: '2026-12-31' },
      'Mandat terminé le 31 décembre 2026 par Nadia Belkacem.',
    ],
    [
      'account-linked',
      { account: 'u1', deliberation: 'AG 2026-4' },
      'Compte de l’équipe rattaché à la personne par Nadia Belkacem (délibération AG 2026-4).',
    ],
    [
      'rule-changed',
      { deliberation: 'AG 2026-4' },
      'Règle de décision modifiée par Nadia Belkacem (délibération AG 2026-4).',
    ],
    ['publication-released', { number: 1, account: 'u1' }, 'Version 1 publiée par Nadia Belkacem.'],
    ['closed', { reason: 'a reason of another time', note: null }, 'Demande classée sans suite par Nadia Belkacem.'],
  ])('reads well: %s %j', (type, evidence, sentence) => {
    expect(officeSentence({ type, evidence: { ...evidence, actor } })).toBe(sentence)
  })
})
