import { defineMail } from '../definition.ts'
import { Facts, P } from '../kit.tsx'

export type SeatMovedData = {
  organisation: string
  siret: string
  previous: string | null
  source: string
}

/** Tells a member that the SIRET of its seat was changed on its record. */
export const seatMoved = defineMail<SeatMovedData>()({
  label: 'Siège d’un membre déplacé',
  audience: 'member',
  typed: ['organisation'],
  links: [],
  subject: () => 'Le SIRET de votre siège a changé dans nos registres',
  heading: () => 'Votre siège a changé',
  summary: ({ siret }) => `Nous avons noté le SIRET ${siret}.`,
  Body: ({ data, typed }) => (
    <>
      <P>
        Le secrétariat a noté, pour <strong>{typed('organisation')}</strong>, un nouveau siège du même organisme.
      </P>
      <Facts
        facts={[
          ['SIRET', data.siret],
          ['SIRET précédent', data.previous],
          ['D’après', data.source],
        ]}
      />
      <P>Si ce n’est pas exact, répondez au secrétariat.</P>
    </>
  ),
})
