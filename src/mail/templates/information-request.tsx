import { formatDay } from '../../lib/dates.ts'
import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'

export type InformationRequestData = {
  reference: string
  organisation: string
  /** The question as the secretariat wrote it. */
  question: string
  /** Last day to answer. */
  deadline: string
}

export const informationRequest = defineMail<InformationRequestData>()({
  label: 'Demande de complément',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Une réponse est attendue de vous\u00a0: demande ${reference}`,
  heading: () => 'Le secrétariat a besoin d’un complément',
  summary: ({ deadline }) => `Vous pouvez répondre en ligne jusqu’au ${formatDay(deadline)}.`,
  Body: ({ data, typed, link }) => (
    <>
      <P>
        Pour étudier la demande déposée pour <strong>{typed('organisation')}</strong>, le secrétariat vous pose cette
        question&nbsp;:
      </P>
      <Quote text={data.question} />
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Réponse attendue au plus tard le', formatDay(data.deadline)],
        ]}
      />
      <P>
        Vous pouvez répondre et joindre des fichiers depuis la page de suivi. Sans réponse, le dossier ne peut pas
        avancer.
      </P>
      <Action label="Répondre" href={link('followUp')} />
    </>
  ),
})
