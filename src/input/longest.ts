import { z } from 'zod'

/** The field of a body at a path (`powerToBind.source`). @throws Error where the body has no such field */
function fieldAt(body: z.ZodObject, name: string): z.ZodType {
  const [first = '', ...deeper] = name.split('.')
  const field: unknown = body.shape[first]
  if (deeper.length > 0 && field instanceof z.ZodPipe && field.out instanceof z.ZodObject)
    return fieldAt(field.out, deeper.join('.'))
  if (!(field instanceof z.ZodType)) throw new Error(`A body has no field ${name}`)
  return field
}

/**
 * The greatest length of a text of a body, in characters: what a form says of a field is what the API holds it to.
 * @throws Error where the body has no such text
 */
export function longestOf(body: z.ZodObject, name: string): number {
  const longest = fieldAt(body, name).meta()?.['maxLength']
  if (typeof longest !== 'number') throw new Error(`A body has no text ${name}`)
  return longest
}

/** Whether a field of a body may not be left out. @throws Error where the body has no such field */
export const isRequiredIn = (body: z.ZodObject, name: string): boolean => !fieldAt(body, name).isOptional()
