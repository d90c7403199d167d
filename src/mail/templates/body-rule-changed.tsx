import { defineMail } from '../definition.ts'
import { Action, Facts, P, Quote } from '../kit.tsx'

export type BodyRuleChangedData = {
  body: string
  /** The rule in words, before and after. */
  before: string
  after: string
  enteredBy: string
  confirmedBy: string | null
  deliberation: string
}

/** Tells all who hold a mandate in a body that its decision rule has changed. */
export const bodyRuleChanged = defineMail<BodyRuleChangedData>()({
  label: 'Règle de décision modifiée',
  audience: 'office',
  typed: [],
  links: ['panel'],
  subject: () => 'La règle de décision de votre instance a changé',
  heading: () => 'La règle de décision a changé',
  summary: () => 'Les scrutins déjà ouverts gardent la règle de leur ouverture.',
  Body: ({ data, link }) => (
    <>
      <P>La règle de décision d’une instance où vous siégez a été modifiée. Jusqu’ici&nbsp;:</P>
      <Quote text={data.before} />
      <P>Désormais&nbsp;:</P>
      <Quote text={data.after} />
      <Facts
        facts={[
          ['Instance', data.body],
          ['Délibération', data.deliberation],
          ['Saisi par', data.enteredBy],
          [
            'Confirmé par',
            data.confirmedBy ?? 'personne encore\u00a0: sans confirmation, le changement n’a pas d’effet',
          ],
        ]}
      />
      <P>
        Les scrutins déjà ouverts gardent la règle de leur ouverture. Si cela ne correspond pas à la délibération,
        dites-le sans attendre.
      </P>
      <Action label="Voir l’instance" href={link('panel')} />
    </>
  ),
})
