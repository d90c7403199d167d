import type { Config, Field, TextareaField, TextareaFieldValidation, TextField, TextFieldValidation } from 'payload'
import { text, textarea } from 'payload/shared'
import { isLonger } from '../../src/input/characters.ts'
import { issue } from '../../src/input/issue.ts'

const tooLong = (most: number): string => issue('too-long', { most }).messages.fr

/** Payload's own check of a text, but for its length: Payload counts code units, of which an emoji has several. */
const checkText =
  (most: number): TextFieldValidation =>
  (value, options) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (values.some((each) => typeof each === 'string' && isLonger(each, most))) return tooLong(most)
    const { maxLength: _counted, ...rest } = options
    return text(value, rest)
  }

const checkTextarea =
  (most: number): TextareaFieldValidation =>
  (value, options) => {
    if (typeof value === 'string' && isLonger(value, most)) return tooLong(most)
    const { maxLength: _counted, ...rest } = options
    return textarea(value, rest)
  }

const bounded = (field: TextField | TextareaField): number | undefined =>
  field.validate === undefined ? field.maxLength : undefined

/** A field whose texts are as long as a person counts them, with all that it holds. */
function counted(field: Field): Field {
  const most = field.type === 'text' || field.type === 'textarea' ? bounded(field) : undefined
  if (field.type === 'text' && most !== undefined) return { ...field, validate: checkText(most) } as TextField
  if (field.type === 'textarea' && most !== undefined) return { ...field, validate: checkTextarea(most) }
  if (field.type === 'blocks')
    return { ...field, blocks: field.blocks.map((block) => ({ ...block, fields: block.fields.map(counted) })) }
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(counted) })) }
  return 'fields' in field ? { ...field, fields: field.fields.map(counted) } : field
}

/** Counts the lengths of all texts that are stored as `src/input` does: in characters as a person counts them. */
export const countedLengths = ({ collections = [], globals = [], ...config }: Config): Config => ({
  ...config,
  collections: collections.map((each) => ({ ...each, fields: each.fields.map(counted) })),
  globals: globals.map((each) => ({ ...each, fields: each.fields.map(counted) })),
})
