import { z } from 'zod'
import { fact } from './fact.ts'
import { MEMBER_STATUS_LABELS } from './labels.ts'
import { around, date, deliberated, lower, par, word } from './words.ts'

const KINDS = { member: 'adhérent', partner: 'partenaire' } as const

const kind = z.literal(['member', 'partner'])
const memberStatus = z.literal(['active', 'suspended', 'resigned', 'struck-off', 'dissolved', 'merged'])

/** The signature on paper that a member entered by hand rests on. */
const paperSignature = z.strictObject({
  charterVersion: z.string(),
  signatory: z.string(),
  signedOn: z.string(),
  scan: z.strictObject({ attachment: z.string(), sha256: z.string() }).nullable(),
})

/** The facts of a member's record. */
export const MEMBERSHIP_FACTS = {
  'member-entered': fact({
    evidence: z.strictObject({
      /** The legal name. */
      member: z.string(),
      kind,
      origin: z.literal(['founder', 'paper']),
      effectiveOn: z.string(),
      deliberation: z.string(),
      signature: paperSignature.optional(),
    }),
    office: ({ by, member, effectiveOn, deliberation }) =>
      `Membre inscrit${par(by)}${around('\u00a0: ', member, around(', à compter du ', date(effectiveOn)))}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'member-confirmed': fact({
    evidence: z.strictObject({
      proposedBy: z.string(),
      proposedByName: z.string(),
      deliberation: z.string(),
      /** The id of the signature that was kept. */
      signature: z.string(),
    }),
    office: ({ by, proposedByName, deliberation }) =>
      `Inscription du membre confirmée${par(by)}${around(', saisie par ', proposedByName)}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'member-kind-changed': fact({
    evidence: z.strictObject({
      kind,
      previous: kind,
      adhesion: z.string(),
      decidedOn: z.string(),
      effectiveOn: z.string(),
    }),
    office: ({ kind: next, previous, effectiveOn }) =>
      `Qualité du membre changée${around('\u00a0: ', word(KINDS, next))}${around(', au lieu de ', word(KINDS, previous))}${around(', à compter du ', date(effectiveOn))}.`,
    applicant: null,
  }),
  'member-status-changed': fact({
    evidence: z.strictObject({
      proposedBy: z.string(),
      proposedByName: z.string(),
      deliberation: z.string(),
      previous: memberStatus,
      status: memberStatus,
      from: z.string(),
    }),
    office: ({ by, status, from, deliberation }) =>
      `Statut du membre changé${par(by)}${around('\u00a0: ', lower(word(MEMBER_STATUS_LABELS, status)))}${around(' à compter du ', date(from))}${deliberated(deliberation)}.`,
    applicant: null,
  }),
  'member-seat-moved': fact({
    evidence: z.strictObject({ siret: z.string(), previous: z.string().nullable(), source: z.string() }),
    office: ({ by, siret, previous, source }) =>
      `Siège déplacé${par(by)}${around('\u00a0: SIRET ', siret, around(', au lieu de ', previous))}${around(' (', source, ')')}.`,
    applicant: null,
  }),
  'member-network-confirmed': fact({
    evidence: z.strictObject({
      network: z.string(),
      /** The legal name of the network. */
      name: z.string(),
      previous: z.string().nullable(),
    }),
    office: ({ by, name }) => `Réseau confirmé${par(by)}${around('\u00a0: ', name)}.`,
    applicant: null,
  }),
  'member-network-discarded': fact({
    evidence: z.strictObject({ network: z.string(), reason: z.string() }),
    office: ({ by, reason }) => `Réseau proposé écarté${par(by)}${around('\u00a0: ', reason)}.`,
    applicant: null,
  }),
  'member-corrected': fact({
    evidence: z.strictObject({}),
    office: ({ by }) => `Fiche du membre corrigée${par(by)}.`,
    applicant: null,
  }),
}
