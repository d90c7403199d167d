import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type AccountLinkedData = {
  change: 'linked' | 'unlinked'
  person: string
  /** E-mail of the staff account. */
  account: string
  body: string
  enteredBy: string
  confirmedBy: string | null
  deliberation: string
}

/** Tells all who hold a mandate in a body that an account was linked to one of them: it votes as that person. */
export const accountLinked = defineMail<AccountLinkedData>()({
  label: 'Compte rattaché à un titulaire',
  audience: 'office',
  typed: [],
  links: ['panel'],
  subject: () => 'Le compte d’un titulaire de votre instance a changé',
  heading: ({ change }) =>
    change === 'linked' ? 'Un compte a été rattaché à un titulaire' : 'Un compte n’est plus rattaché à un titulaire',
  summary: () => 'Le compte rattaché à un titulaire vote en son nom.',
  Body: ({ data, link }) => (
    <>
      <P>
        {data.change === 'linked'
          ? 'Un compte de l’équipe a été rattaché à une personne qui siège dans votre instance. Ce compte vote en son nom.'
          : 'Un compte de l’équipe n’est plus rattaché à une personne qui siège dans votre instance. Il ne vote plus en son nom.'}
      </P>
      <Facts
        facts={[
          ['Personne', <strong key="person">{data.person}</strong>],
          ['Compte', data.account],
          ['Instance', data.body],
          ['Délibération', data.deliberation],
          ['Saisi par', data.enteredBy],
          [
            'Confirmé par',
            data.confirmedBy ?? 'personne encore\u00a0: sans confirmation, le changement n’a pas d’effet',
          ],
        ]}
      />
      <P>Si cela vous surprend, dites-le sans attendre à la présidence et au secrétariat.</P>
      <Action label="Voir la personne" href={link('panel')} />
    </>
  ),
})
