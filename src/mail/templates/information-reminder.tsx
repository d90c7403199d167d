import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'
import type { InformationRequestData } from './information-request.tsx'

/** Repeats a question of the secretariat shortly before its deadline. */
export const informationReminder = defineMail<InformationRequestData>()({
  label: 'Rappel d’une demande de complément',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Rappel\u00a0: votre réponse pour la demande ${reference}`,
  heading: () => 'Nous attendons encore votre réponse',
  summary: ({ deadline }) => `Elle est attendue au plus tard le ${formatDay(deadline)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> attend votre réponse, au plus tard le{' '}
        <strong>{formatDay(data.deadline)}</strong>. Voici la question posée&nbsp;:
      </P>
      <Quote text={data.question} />
      <Facts facts={[['Référence', data.reference]]} />
      <P>S’il vous faut plus de temps, dites-le dans votre réponse.</P>
      <Action label="Répondre" href={link('followUp')} />
    </>
  ),
})
