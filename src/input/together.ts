import type { z } from 'zod'
import { isJsonObject, type JsonObject } from '../lib/json-object.ts'
import { custom } from './fields.ts'
import type { Mistake } from './issue.ts'

/**
 * A schema with a rule that looks at several of its fields at once. The rule is asked whatever else is wrong, so that all
 * is told at once: a value that it is given may be faulty, and stands there as it came.
 * @param judge returns what it finds wrong, each with its path
 */
export const together = <Schema extends z.ZodObject>(
  schema: Schema,
  judge: (given: JsonObject) => readonly (readonly [path: string, found: Mistake])[],
): Schema =>
  schema.superRefine(
    (value, context) => {
      if (!isJsonObject(value)) return
      for (const [path, found] of judge(value)) context.addIssue(custom(found, value[path], path.split('.')))
    },
    { when: () => true },
  )
