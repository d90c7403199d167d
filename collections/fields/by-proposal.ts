import { nobody } from '../../access/nobody.ts'

/**
 * A field that is entered once and then changes by proposal and confirmation alone: the panel shows it to be read.
 * A plain write that would change it is refused by name by `guardProtected`, before this access would drop it.
 */
export const byProposal = { update: nobody } as const
