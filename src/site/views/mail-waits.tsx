import type { ReactElement } from 'react'
import { fr } from '../../content/typography.ts'
import { formatDateTime } from '../../lib/dates.ts'
import { Notice } from './notice.tsx'

const T = {
  title: 'Un courriel part plus tard',
  text: (at: string) =>
    fr`Beaucoup de courriels ont été demandés en peu de temps vers cette adresse, ou depuis votre réseau. Ce qui reste à envoyer partira le ${at} : vous n’avez rien à refaire.`,
}

/** A notice that the e-mail which a page speaks of has to wait, and until when. */
export function MailWaits({ until }: { until: Date | undefined }): ReactElement | null {
  if (until === undefined) return null
  return (
    <Notice tone="warn" title={T.title}>
      <p>{T.text(formatDateTime(until))}</p>
    </Notice>
  )
}
