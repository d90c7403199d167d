import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type BallotReferredData = {
  reference: string
  organisation: string
  body: string
  /** Why the electronic vote could not decide. */
  cause: 'electorate-too-small' | 'no-quorum' | 'tie' | 'too-few-for' | 'only-abstentions'
}

const CAUSE: Record<BallotReferredData['cause'], string> = {
  'electorate-too-small': 'Trop peu de personnes peuvent voter sur cette demande pour réunir les voix nécessaires.',
  'no-quorum': 'Le quorum n’a pas été réuni.',
  tie: 'Les voix se sont partagées à égalité.',
  'too-few-for': 'Il y a plus de voix pour que de voix contre, mais pas autant de voix pour que la règle en demande.',
  'only-abstentions': 'Les votants se sont tous abstenus.',
}

export const ballotReferred = defineMail<BallotReferredData>()({
  label: 'Renvoi en séance',
  audience: 'office',
  typed: ['organisation'],
  links: ['panel'],
  subject: ({ reference }) => `À inscrire à la prochaine séance\u00a0: demande ${reference}`,
  heading: () => 'Une demande est renvoyée en séance',
  summary: () => 'Elle n’a pas pu être décidée par un vote en ligne.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> n’a pas pu être décidée par un vote en ligne.{' '}
        {CAUSE[data.cause]}
      </P>
      <Facts
        facts={[
          ['Référence', data.reference],
          ['Instance', data.body],
        ]}
      />
      <P>
        La demande n’est pas refusée. Inscrivez-la à l’ordre du jour de la prochaine séance, puis saisissez la décision
        prise.
      </P>
      <Action label="Ouvrir le dossier" href={link('panel')} />
    </>
  ),
})
