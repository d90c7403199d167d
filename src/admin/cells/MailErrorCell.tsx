import { MAIL } from '../mails/words.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** Why an e-mail was not taken, in the words of the server that refused it. */
export function MailErrorCell(props: CellProps) {
  const error = textIn(props.cellData)
  return <Cell {...props}>{error === 'superseded' ? MAIL.superseded : error}</Cell>
}
