import { mailLabel } from '../../record/mail-labels.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** An e-mail by what it is called. */
export function MailCell(props: CellProps) {
  const template = textIn(props.cellData)
  return <Cell {...props}>{template ? mailLabel(template) : null}</Cell>
}
