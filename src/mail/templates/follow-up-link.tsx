import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type FollowUpLinkData = {
  reference: string
  /** Why the link is sent: asked for on the page of lost links, or the recipient's address is new on the file. */
  occasion: 'asked' | 'new-address'
}

export const followUpLink = defineMail<FollowUpLinkData>()({
  label: 'Lien de suivi',
  audience: 'applicant',
  typed: [],
  links: ['followUp'],
  subject: ({ reference }) => `Suivre la demande ${reference}`,
  heading: () => 'Votre lien de suivi',
  summary: () => 'Il montre où en est la demande et ce qui est attendu de vous.',
  Body: ({ data, link }) => (
    <>
      {data.occasion === 'asked' ? (
        <P>Vous avez demandé à retrouver votre demande. Voici le lien qui y mène.</P>
      ) : (
        <P>
          Votre adresse vient d’être inscrite dans une demande d’adhésion à la CPOF. Voici le lien qui permet de la
          suivre.
        </P>
      )}
      <Facts facts={[['Référence', data.reference]]} />
      <Action label="Suivre la demande" href={link('followUp')} />
      <P quiet>Ce lien est personnel&nbsp;: il donne accès à la demande. Ne le transmettez pas.</P>
    </>
  ),
})
