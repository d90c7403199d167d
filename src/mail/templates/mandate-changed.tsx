import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'
import { MANDATE_ROLE, type MandateRole } from '../words.ts'

export type MandateChangedData = {
  change: 'entered' | 'changed' | 'ended'
  /** Name of the person who holds the mandate. */
  person: string
  body: string
  role: MandateRole
  /** Name of the member on whose behalf they sit, if any. */
  onBehalfOf: string | null
  firstDay: string
  lastDay: string | null
  /** Names of the two persons of the secretariat; null while the second one has not confirmed. */
  enteredBy: string
  confirmedBy: string | null
  /** Reference of the deliberation. */
  deliberation: string
}

const CHANGE: Record<MandateChangedData['change'], string> = {
  entered: 'Un mandat a été inscrit dans une instance où vous siégez.',
  changed: 'Un mandat a été modifié dans une instance où vous siégez.',
  ended: 'La fin d’un mandat a été inscrite dans une instance où vous siégez.',
}

/** Tells all who hold a mandate in a body that one has changed: whoever writes mandates could decide. */
export const mandateChanged = defineMail<MandateChangedData>()({
  label: 'Mandat inscrit, modifié ou terminé',
  audience: 'office',
  typed: ['onBehalfOf'],
  links: ['panel'],
  subject: () => 'Un mandat de votre instance a changé',
  heading: () => 'Les mandats de votre instance ont changé',
  summary: ({ change }) => CHANGE[change],
  Body: ({ data, typed, link }) => (
    <>
      <P>{CHANGE[data.change]}</P>
      <Facts
        facts={[
          ['Personne', <strong key="person">{data.person}</strong>],
          ['Instance', data.body],
          ['Rôle', MANDATE_ROLE[data.role]],
          ['Au nom de', typed('onBehalfOf')],
          ['Premier jour', formatDay(data.firstDay)],
          ['Dernier jour', data.lastDay === null ? 'non fixé' : formatDay(data.lastDay)],
          ['Délibération', data.deliberation],
          ['Saisi par', data.enteredBy],
          [
            'Confirmé par',
            data.confirmedBy ?? 'personne encore\u00a0: sans confirmation, le changement n’a pas d’effet',
          ],
        ]}
      />
      <P>Si cela ne correspond pas à la délibération, dites-le sans attendre à la présidence et au secrétariat.</P>
      <Action label="Voir les mandats" href={link('panel')} />
    </>
  ),
})
