import { z } from 'zod'
import { own } from '../../lib/own.ts'
import { fact } from './fact.ts'
import { CLOSE_REASON_LABELS } from './labels.ts'
import { around, because, date, de, lower, par, word } from './words.ts'

const SOURCES = { link: 'la page de suivi', letter: 'courrier', phone: 'téléphone', email: 'courriel' } as const

const CORRECTION_SOURCES = {
  letter: 'un courrier',
  phone: 'un appel',
  email: 'un courriel',
  'bounced-address': 'une adresse en échec',
} as const

const PARTS = {
  kind: 'la qualité demandée',
  organisation: 'l’organisme',
  representative: 'le représentant',
  contact: 'le contact',
  motivation: 'la motivation',
} as const

/** The parts of a declaration that paths such as `organisation.legalName` lie in, each once. */
const partsOf = (paths: readonly string[] = []): string =>
  [...new Set(paths.map((path) => own(PARTS, path.split('.', 1)[0] ?? '') ?? ''))]
    .filter((part) => part !== '')
    .join(', ')

const ERASABLE = { note: 'd’une note', message: 'd’un message', attachment: 'd’une pièce' } as const
const erasable = z.literal(['note', 'message', 'attachment'])

const closeReason = z.literal(['duplicate', 'no-answer', 'applicant-wish', 'ceased', 'declined'])

/** The facts of an application but for its decision (`decision.ts`). */
export const APPLICATION_FACTS = {
  submitted: fact({
    evidence: z.strictObject({
      kind: z.literal(['member', 'partner']),
      charterNumber: z.number(),
      charterSha256: z.string(),
      privacyNoticeVersion: z.string(),
    }),
    office: ({ kind, by }) =>
      `Demande déposée${kind === 'partner' ? ', comme partenaire' : kind === 'member' ? ', comme adhérent' : ''}${by ? `, par ${by}` : ''}.`,
    applicant: 'La demande a été déposée.',
  }),
  'link-resent': fact({
    evidence: z.strictObject({}),
    office: ({ by }) => `Lien de signature renvoyé${par(by)}.`,
    applicant: 'Le lien de signature a été renvoyé au représentant.',
  }),
  corrected: fact({
    evidence: z.strictObject({
      /** What the secretariat corrected it upon; null where the applicant did it. */
      source: z.literal(['letter', 'phone', 'email', 'bounced-address']).nullish(),
      changed: z.array(z.string()),
      changes: z.array(z.strictObject({ path: z.string(), from: z.unknown(), to: z.unknown() })),
      signatureUndone: z.boolean(),
      /** On which occasion the link to the signature is sent again. */
      signatureLink: z.literal(['corrected', 'submission', 'renewed']).nullish(),
      /** Who was to sign until then, at another address. */
      formerRepresentative: z.strictObject({ email: z.string(), organisation: z.string() }).nullish(),
      newFollowUpAddress: z.string().nullish(),
      /** The number of the question that is no longer asked. */
      requestWithdrawn: z.number().nullish(),
    }),
    office: ({ by, source, changed, signatureUndone }) =>
      `Demande corrigée${par(by)}${around(' pour l’organisme, d’après ', word(CORRECTION_SOURCES, source ?? undefined))}${around(' (', partsOf(changed), ')')}${signatureUndone ? '\u00a0: une nouvelle signature est nécessaire' : ''}.`,
    applicant: {
      shows: ['signatureUndone', 'source'],
      sentence: ({ signatureUndone, source }) =>
        `${source ? 'Le secrétariat a corrigé la demande pour vous.' : 'La demande a été corrigée.'}${signatureUndone ? ' Il faut signer la charte de nouveau.' : ''}`,
    },
  }),
  'representative-changed': fact({
    evidence: z.strictObject({ name: z.string(), previous: z.string(), signatureUndone: z.boolean() }),
    office: ({ by, name, previous }) =>
      `Représentant remplacé${par(by)}${around('\u00a0: ', name, around(', au lieu ', de(previous)))}.`,
    applicant: 'Un autre représentant a été désigné pour signer.',
  }),
  signed: fact({
    evidence: z.strictObject({
      signature: z.string(),
      evidenceHash: z.string(),
      charterNumber: z.number(),
      charterSha256: z.string(),
      signatory: z.string(),
      typedName: z.string(),
      channel: z.literal(['page', 'api']),
    }),
    office: ({ charterNumber, signatory }) =>
      `Charte${around(' (version ', charterNumber, ')')} signée${around(' par ', signatory)}.`,
    applicant: {
      shows: ['signatory'],
      sentence: ({ signatory }) => `La charte a été signée${around(' par ', signatory)}.`,
    },
  }),
  'new-signature-asked': fact({
    evidence: z.strictObject({
      charterNumber: z.number(),
      charterSha256: z.string(),
      /** The id of the signature that binds no longer. */
      previous: z.string().nullable(),
      /** The number of the question that is no longer asked. */
      requestWithdrawn: z.number().nullable(),
    }),
    office: ({ by, charterNumber }) =>
      `Nouvelle signature demandée${par(by)}${around(', pour la version ', charterNumber, ' de la charte')}.`,
    applicant: 'Une nouvelle version de la charte est en vigueur\u00a0: il faut la signer.',
  }),
  rebound: fact({
    evidence: z.strictObject({
      charterNumber: z.number(),
      charterSha256: z.string(),
      /** The id of the version before. */
      previous: z.string().nullable(),
    }),
    office: ({ charterNumber }) =>
      `Demande rattachée à la version en vigueur de la charte${around(' (version ', charterNumber, ')')}.`,
    applicant: 'Une nouvelle version de la charte est entrée en vigueur\u00a0: c’est elle qu’il faut signer.',
  }),
  'expiry-announced': fact({
    evidence: z.strictObject({ expiresOn: z.string() }),
    office: ({ expiresOn }) => `Expiration prochaine annoncée${around(' pour le ', date(expiresOn))}.`,
    applicant: {
      shows: ['expiresOn'],
      sentence: ({ expiresOn }) =>
        `Nous avons rappelé que la demande expire${around(' le ', date(expiresOn))} sans signature.`,
    },
  }),
  expired: fact({
    evidence: z.strictObject({}),
    office: () => 'Demande expirée, faute de signature.',
    applicant: 'La demande a expiré, faute de signature.',
  }),
  claimed: fact({
    evidence: z.strictObject({ previousId: z.string().optional(), previous: z.string().nullish() }),
    office: ({ by, previous }) => `Dossier pris en charge${par(by)}${around(', repris à ', previous)}.`,
    applicant: null,
  }),
  released: fact({
    evidence: z.strictObject({ previousId: z.string().optional(), previous: z.string().nullish() }),
    office: ({ by, previous }) =>
      `Dossier libéré${par(by)}${around('\u00a0: ', previous, ' ne peut plus l’instruire')}.`,
    applicant: null,
  }),
  'information-requested': fact({
    evidence: z.strictObject({ number: z.number(), question: z.string(), deadline: z.string() }),
    office: ({ by, question, deadline }) =>
      `Complément demandé${par(by)}${around(', pour le ', date(deadline))}${because(question)}`,
    applicant: {
      shows: ['deadline'],
      sentence: ({ deadline }) =>
        `Le secrétariat a demandé un complément${around(', attendu au plus tard le ', date(deadline))}.`,
    },
  }),
  'information-answered': fact({
    evidence: z.strictObject({
      number: z.number(),
      source: z.literal(['link', 'letter', 'phone', 'email']),
      answer: z.string(),
      attachments: z.array(z.strictObject({ id: z.string(), title: z.string(), sha256: z.string() })),
    }),
    office: ({ by, source }) =>
      `Réponse reçue${around(' par ', word(SOURCES, source))}${source === 'link' ? '' : around(', saisie par ', by)}.`,
    applicant: 'Votre réponse a été reçue.',
  }),
  'information-reminded': fact({
    evidence: z.strictObject({ number: z.number(), question: z.string(), deadline: z.string() }),
    office: ({ deadline }) =>
      `Rappel de la demande de complément envoyé${around(', réponse attendue au plus tard le ', date(deadline))}.`,
    applicant: 'Nous avons rappelé la demande de complément.',
  }),
  'request-cancelled': fact({
    evidence: z.strictObject({ reason: z.string(), number: z.number().nullable() }),
    office: ({ by, reason }) => `Demande de complément annulée${par(by)}${because(reason)}`,
    applicant: 'Le secrétariat n’attend plus de réponse à sa demande de complément.',
  }),
  withdrawn: fact({
    evidence: z.strictObject({}),
    office: ({ by }) => `Demande retirée${par(by)}.`,
    applicant: 'La demande a été retirée.',
  }),
  closed: fact({
    evidence: z.strictObject({ reason: closeReason, note: z.string().nullable() }),
    office: ({ by, reason, note }) =>
      `Demande classée sans suite${par(by)}${around('\u00a0: ', lower(word(CLOSE_REASON_LABELS, reason)))}${around(' (', note, ')')}.`,
    applicant: {
      shows: ['reason'],
      sentence: ({ reason }) =>
        reason === 'declined'
          ? 'Le représentant a fait savoir qu’il ne signerait pas. La demande a été classée sans suite.'
          : 'La demande a été classée sans suite.',
    },
  }),
  reopened: fact({
    evidence: z.strictObject({
      reason: z.string(),
      minutesReference: z.string().nullable(),
      to: z.literal(['under-review', 'awaiting-signature']),
    }),
    office: ({ by, reason, minutesReference }) =>
      `Dossier rouvert${par(by)}${around(' (procès-verbal ', minutesReference, ')')}${because(reason)}`,
    applicant: 'Le dossier a été rouvert.',
  }),
  noted: fact({
    evidence: z.strictObject({ text: z.string(), agreesToReopen: z.boolean() }),
    office: ({ by, text, agreesToReopen }) =>
      `Note${par(by)}${agreesToReopen ? ', favorable à la réouverture' : ''}${because(text)}`,
    applicant: null,
    hiddenFromRecused: true,
  }),
  attached: fact({
    evidence: z.strictObject({ title: z.string(), attachment: z.string(), sha256: z.string() }),
    office: ({ by, title }) => `Pièce jointe${par(by)}${around('\u00a0: ', title)}.`,
    applicant: null,
  }),
  'erasure-asked': fact({
    evidence: z.strictObject({ entry: z.string(), what: erasable, reason: z.string() }),
    office: ({ by, what, reason }) =>
      `Effacement${around(' ', word(ERASABLE, what))} demandé${par(by)}, à confirmer par une seconde personne${because(reason)}`,
    applicant: null,
  }),
  erased: fact({
    evidence: z.strictObject({
      entry: z.string(),
      what: erasable,
      /** The rows whose evidence is gone: the chain is verified by it. */
      ranks: z.array(z.number()),
      reason: z.string(),
    }),
    office: ({ by, what, reason }) => `Effacement${around(' ', word(ERASABLE, what))}${par(by)}${because(reason)}`,
    applicant: null,
  }),
  written: fact({
    evidence: z.strictObject({
      /** Who wrote: the other side reads. */
      side: z.literal(['secretariat', 'applicant']),
      text: z.string(),
      attachments: z.array(z.strictObject({ id: z.string(), title: z.string(), sha256: z.string() })),
    }),
    office: ({ by, side, text }) =>
      `${side === 'applicant' ? 'Message de l’organisme' : `Message à l’organisme${par(by)}`}${because(text)}`,
    applicant: {
      shows: ['side'],
      sentence: ({ side }) =>
        side === 'applicant' ? 'Vous avez écrit au secrétariat.' : 'Le secrétariat vous a écrit.',
    },
  }),
  'erasure-announced': fact({
    evidence: z.strictObject({
      /** The subject of the e-mail by which the secretariat was told. */
      notice: z.string(),
      erasedFrom: z.string(),
    }),
    office: ({ erasedFrom }) =>
      `Effacement des données personnelles annoncé au secrétariat${around(', à partir du ', date(erasedFrom))}.`,
    applicant: null,
  }),
  anonymised: fact({
    evidence: z.strictObject({}),
    office: () => 'Données personnelles effacées à la fin de leur durée de conservation.',
    applicant: 'Les données personnelles ont été effacées.',
  }),
}
