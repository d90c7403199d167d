import type { PublicationContent } from './content.ts'

/** Whether there is something to adopt or to judge: a title, and a text or a PDF. What is only being begun has neither. */
export const isWhole = ({ title, body, pdf }: Pick<PublicationContent, 'title' | 'body' | 'pdf'>): boolean =>
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
