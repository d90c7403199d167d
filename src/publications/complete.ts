import type { PublicationContent } from './content.ts'

/** Whether a publication has what can be adopted or reviewed: a title, and a text or a PDF. */
export const isComplete = ({ title, body, pdf }: Pick<PublicationContent, 'title' | 'body' | 'pdf'>): boolean =>
  title.trim() !== '' && (pdf !== null || saysSomething(body))

/** Whether a rich text holds a word, a picture or a file. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething)
  if (typeof value !== 'object' || value === null) return false
  if ('type' in value && value.type === 'upload') return true
  return (
    ('text' in value && typeof value.text === 'string' && value.text.trim() !== '') ||
    Object.values(value).some(saysSomething)
  )
}
