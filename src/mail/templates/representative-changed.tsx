import { defineMail } from '../definition.ts'
import { Facts, P } from '../kit.tsx'

export type RepresentativeChangedData = {
  reference: string
  organisation: string
}

/** Tells the former representative, or a former address of theirs, that the link they hold is dead. */
export const representativeChanged = defineMail<RepresentativeChangedData>()({
  label: 'Changement de représentant, à l’ancien',
  audience: 'applicant',
  typed: ['organisation'],
  links: [],
  subject: ({ reference }) => `Vous n’avez plus à signer\u00a0: demande ${reference}`,
  heading: () => 'Vous n’avez plus à signer',
  summary: () => 'Le lien de signature que vous avez reçu ne fonctionne plus.',
  Body: ({ data, typed }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> a été corrigée&nbsp;: la signature de la charte
        est désormais attendue à une autre adresse. Le lien que vous avez reçu ne fonctionne plus.
      </P>
      <Facts facts={[['Référence', data.reference]]} />
      <P>
        Vous n’avez rien à faire. Si ce changement vous surprend, parlez-en dans votre organisme ou écrivez au
        secrétariat.
      </P>
    </>
  ),
})
