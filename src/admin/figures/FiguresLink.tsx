import type { ServerProps } from 'payload'
import { secretariatOrBureau } from '../../../access/secretariat-or-bureau.ts'
import { panelLink } from '../panel-link.tsx'
import { FIGURES, FIGURES_PATH } from './words.ts'

/** The way to the figures of the year, for who may read them. */
export const FiguresLink = (props: ServerProps) =>
  panelLink(props, { title: FIGURES.title, path: FIGURES_PATH, mayRead: secretariatOrBureau })
