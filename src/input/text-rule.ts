import { hasForbidden, isLonger } from './characters.ts'
import { issue, type Mistake } from './issue.ts'

/** What a text may be: its greatest length in characters, whether it has several lines, whether it names something. */
export type TextRule = {
  longest: number
  lines?: 'several'
  /** Refuses what has neither letter nor digit. */
  named?: boolean
}

/** What is wrong with a tidied text that is not empty. */
export function issueOfText(text: string, { longest, lines, named }: TextRule): Mistake | undefined {
  if (hasForbidden(text, lines)) return issue('control-characters')
  if (isLonger(text, longest)) return issue('too-long', { most: longest })
  return named && !/[\p{L}\p{N}]/u.test(text) ? issue('without-letters') : undefined
}
