import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../src/lib/errors.ts'
import { isWholePdf } from '../src/lib/pdf.ts'

/** Takes as a PDF what is one by its content, whatever its name and declared type say. */
export const wholePdf: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation === 'create' || operation === 'update') && req.file && !isWholePdf(req.file.data)) {
    throw new DomainError('FileError', 'file-type', 400, {
      fr: 'Ce fichier n’est pas un PDF entier. Enregistrez-le de nouveau au format PDF, puis déposez-le.',
      en: 'This file is not a whole PDF: save it again as a PDF, then upload it.',
    })
  }
  return args
}
