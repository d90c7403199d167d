import { DomainError, type Messages } from '../lib/errors.ts'
import type { Missing } from './rules.ts'

const refusal = (name: string, code: string, status: number, messages: Messages, extra: Record<string, unknown> = {}) =>
  new DomainError(name, code, status, messages, { extra })

/** 404: no such publication, or none that this person may see. */
export const unknownPublication = () =>
  refusal('NotFound', 'not-found', 404, {
    fr: 'Cette publication n’existe pas ou ne vous est pas accessible.',
    en: 'There is no such publication, or you may not see it.',
  })

/** 403: the person holds no mandate in force in a body that adopts publications. */
export const notAnAdopter = () =>
  refusal('Forbidden', 'not-an-adopter', 403, {
    fr: 'Seule une personne dont le mandat est en cours dans une instance qui adopte les publications peut approuver celle-ci.',
    en: 'Only a person with a mandate in force in a body that adopts publications can approve this one.',
  })

/** 403: the person holds no mandate in force in a body that reviews publications. */
export const notAReviewer = () =>
  refusal('Forbidden', 'not-a-reviewer', 403, {
    fr: 'Seule une personne dont le mandat est en cours dans l’instance qui relit les publications peut rendre un avis.',
    en: 'Only a person with a mandate in force in the body that reviews publications can give an opinion.',
  })

/** 403: an author may not give an opinion on the publication. */
export const ownPublication = () =>
  refusal('Forbidden', 'own-publication', 403, {
    fr: 'Vous êtes l’un des auteurs de cette publication\u00a0: une autre personne du comité scientifique doit rendre l’avis.',
    en: 'You are one of the authors of this publication: somebody else of the scientific committee has to give the opinion.',
  })

/** 409: publications of this kind appear without approval. */
export const noApprovalNeeded = () =>
  refusal('Conflict', 'no-approval-needed', 409, {
    fr: 'Une publication de cette nature paraît sans approbation.',
    en: 'A publication of this kind needs no approval.',
  })

/** 409: publications of this kind appear without an opinion. */
export const noOpinionNeeded = () =>
  refusal('Conflict', 'no-opinion-needed', 409, {
    fr: 'Une publication de cette nature paraît sans avis du comité scientifique.',
    en: 'A publication of this kind needs no opinion of the scientific committee.',
  })

/** 409: the publication has no title yet, or neither text nor PDF. */
export const notComplete = () =>
  refusal('Conflict', 'not-whole', 409, {
    fr: 'Donnez d’abord à cette publication un titre, et un texte ou un PDF.',
    en: 'Give this publication a title first, and a text or a PDF.',
  })

/** 409: the content already has every approval and opinion that it needs. */
export const nothingMissing = () =>
  refusal('Conflict', 'nothing-missing', 409, {
    fr: 'Il ne manque rien à ce contenu\u00a0: publiez-le.',
    en: 'This content lacks nothing: publish it.',
  })

const NOBODY = {
  approval: {
    fr: 'Personne ne siège aujourd’hui dans une instance qui adopte les publications\u00a0: voyez avec le secrétariat.',
    en: 'Nobody sits today in a body that adopts publications: ask the secretariat.',
  },
  opinion: {
    fr: 'Personne ne peut aujourd’hui rendre l’avis du comité scientifique. Voyez avec le secrétariat, ou faites préciser par qui approuve cette publication qu’elle paraît sans avis.',
    en: 'Nobody can give the opinion of the scientific committee today: ask the secretariat, or have whoever approves this publication state that it goes without.',
  },
} as const satisfies Record<Missing, Messages>

/** 409: nobody could give the approval or the opinion that is missing. */
export const nobodyToAsk = (missing: Missing) => refusal('Conflict', 'nobody-to-ask', 409, NOBODY[missing])

/** 409: the content has changed since it was read; carries the hash of the present one. */
export const contentChanged = (contentHash: string) =>
  refusal(
    'Conflict',
    'content-changed',
    409,
    {
      fr: 'Le contenu a changé depuis que vous l’avez lu. Rechargez la page, relisez-le et recommencez.',
      en: 'The content has changed since you read it. Reload, read it again and start over.',
    },
    { contentHash },
  )

/** 409: the content cannot be adopted without an opinion, since one was given. */
export const opinionGiven = (contentHash: string) =>
  refusal(
    'Conflict',
    'opinion-given',
    409,
    {
      fr: 'Le comité scientifique a rendu un avis sur ce contenu\u00a0: approuvez-le sans cocher «\u00a0sans avis\u00a0».',
      en: 'The scientific committee has given an opinion on this content: approve it without "without an opinion".',
    },
    { contentHash },
  )

/** 409: this person gave another opinion on the same content; an opinion does not change. */
export const otherOpinionGiven = (contentHash: string) =>
  refusal(
    'Conflict',
    'other-opinion-given',
    409,
    {
      fr: 'Vous avez déjà rendu un autre avis sur ce contenu\u00a0: un avis rendu ne change plus. Un contenu corrigé en demandera un nouveau.',
      en: 'You have already given another opinion on this content, and an opinion does not change. Corrected content will need a new one.',
    },
    { contentHash },
  )

// No colon in what the panel says of a form: Payload takes what follows for a list of fields, parted by commas.
const NEEDED = {
  approval: {
    fr: 'Cette publication doit d’abord être approuvée. Demandez à une personne de l’instance qui adopte les publications d’approuver ce contenu exact.',
    en: 'This publication has to be approved first: save it as a draft, then ask somebody of the body that adopts publications to approve this exact content.',
  },
  opinion: {
    fr: 'Il manque l’avis du comité scientifique sur ce contenu exact. Demandez-le, ou faites préciser par une personne de l’instance qui adopte les publications que celle-ci paraît sans avis.',
    en: 'The opinion of the scientific committee on this exact content is missing: ask for it, or have somebody of the body that adopts publications state that this one goes without.',
  },
} as const satisfies Record<string, Messages>

/** The exact content that would be published was not approved. */
export const approvalNeeded = (contentHash?: string) =>
  refusal('Conflict', 'approval-needed', 409, NEEDED.approval, contentHash === undefined ? {} : { contentHash })

/** 409: the exact content that would be published has no opinion yet. */
export const opinionNeeded = (contentHash: string) =>
  refusal('Conflict', 'opinion-needed', 409, NEEDED.opinion, { contentHash })

/** An address under which an edition stands for good is no other publication's. */
export const slugCited = () =>
  refusal('Conflict', 'slug-cited', 409, {
    fr: 'Une autre publication est déjà parue à cette adresse, et l’on peut l’y citer\u00a0: choisissez-en une autre.',
    en: 'Another publication has appeared under this address and may be cited there: choose another one.',
  })

/** A file of an edition stays as it was. */
export const fileOfEdition = () =>
  refusal('Conflict', 'file-of-edition', 409, {
    fr: 'Ce fichier fait partie d’une publication parue\u00a0: il reste tel qu’il est. Déposez le nouveau comme un autre fichier.',
    en: 'This file is part of something published and stays as it is. Upload the new one as another file.',
  })
