import type { ServerProps } from 'payload'
import { secretariatOrBureau } from '../../../access/secretariat-or-bureau.ts'
import { readerFor } from '../reader.ts'
import { FIGURES, FIGURES_PATH } from './words.ts'

/** The way to the figures of the year, for who may read them. */
export async function FiguresLink({ payload, user }: ServerProps) {
  const reader = await readerFor(payload, user)
  if (!reader || !(await secretariatOrBureau(reader))) return null
  return (
    <a className="nav__link" href={FIGURES_PATH}>
      <span className="nav__link-label">{FIGURES.title}</span>
    </a>
  )
}
