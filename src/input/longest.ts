import { z } from 'zod'

/**
 * The greatest length of a text of a body, in characters: what a form says of a field is what the API holds it to.
 * @throws Error where the body has no such text
 */
export function longestOf(body: z.ZodObject, name: string): number {
  const [first = '', ...deeper] = name.split('.')
  const field: unknown = body.shape[first]
  if (deeper.length > 0 && field instanceof z.ZodPipe && field.out instanceof z.ZodObject)
    return longestOf(field.out, deeper.join('.'))
  const longest = field instanceof z.ZodType ? field.meta()?.['maxLength'] : undefined
  if (typeof longest !== 'number') throw new Error(`A body has no text ${name}`)
  return longest
}
