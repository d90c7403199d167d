import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../src/lib/errors.ts'
import { pdfIn } from '../src/lib/pdf.ts'

/** Takes as a PDF what is one by its content, whatever its name and declared type say, and keeps it without what stands before and behind it. */
export const wholePdf: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  const data = pdfIn(req.file.data)
  if (data === null) {
    throw new DomainError('FileError', 'file-type', 400, {
      fr: 'Ce fichier n’est pas un PDF entier. Enregistrez-le de nouveau au format PDF, puis déposez-le.',
      en: 'This file is not a whole PDF: save it again as a PDF, then upload it.',
    })
  }
  // Payload takes no byte before the first mark.
  req.file = { ...req.file, data, size: data.length }
  return args
}
