import { notTrashed, type PublicKindOf } from '../../../content/public-kind.ts'

export const DOCUMENTS = '/documents'

/** Papers of the association: all of them stand on one page. */
export const DOCUMENT_KIND: PublicKindOf<'documents'> = {
  collection: 'documents',
  at: DOCUMENTS,
  readable: () => ({ and: [{ visibility: { equals: 'public' } }, notTrashed()] }),
  hrefOf: (loaded) => (loaded.get('visibility') === 'public' ? DOCUMENTS : null),
  linked: true,
}
