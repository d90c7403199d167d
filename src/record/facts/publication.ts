import { z } from 'zod'
import { fact } from './fact.ts'
import { OPINION_LABELS } from './labels.ts'
import { around, par, word } from './words.ts'

/** The mandate and the body for which somebody approves or reviews a publication, and the exact content. */
const said = {
  /** The id of the person. */
  person: z.string(),
  mandate: z.string(),
  /** The name of the body. */
  body: z.string().nullable(),
  contentHash: z.string(),
}

/** The facts of a publication. */
export const PUBLICATION_FACTS = {
  'publication-approved': fact({
    evidence: z.strictObject({ ...said, withoutOpinion: z.boolean() }),
    office: ({ by, body, withoutOpinion }) =>
      `Contenu approuvé${par(by)}${around(' pour ', body)}${withoutOpinion ? ', sans avis du comité scientifique' : ''}.`,
    applicant: null,
  }),
  'publication-opinion': fact({
    evidence: z.strictObject({
      ...said,
      opinion: z.literal(['favourable', 'with-reservations', 'unfavourable']),
      comments: z.string().nullable(),
    }),
    office: ({ by, body, opinion }) =>
      `${word(OPINION_LABELS, opinion) || 'Avis'} rendu${par(by)}${around(' pour ', body)}.`,
    applicant: null,
  }),
  'publication-released': fact({
    evidence: z.strictObject({
      number: z.number(),
      contentHash: z.string(),
      slug: z.string().nullish(),
      account: z.string().nullable(),
    }),
    office: ({ by, number }) => `Version${around(' ', number)} publiée${par(by)}.`,
    applicant: null,
  }),
}
