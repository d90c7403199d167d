import { defineMail } from '../definition.ts'
import { Action, Facts, P } from '../kit.tsx'

export type ClosedData = {
  reference: string
  organisation: string
  reason: 'duplicate' | 'no-answer' | 'applicant-wish' | 'ceased' | 'declined'
}

const REASON: Record<ClosedData['reason'], string> = {
  duplicate: 'Une autre demande suit son cours pour le même organisme. Celle-ci ferait double emploi.',
  'no-answer':
    'Le dossier avait besoin d’une réponse que nous n’avons pas reçue. Vous pouvez déposer une nouvelle demande quand vous le souhaitez.',
  'applicant-wish':
    'Vous avez souhaité ne pas donner suite. Vous pouvez déposer une nouvelle demande quand vous le souhaitez.',
  ceased: 'L’organisme a cessé son activité.',
  declined:
    'La personne désignée pour signer la charte nous a fait savoir qu’elle ne la signerait pas. Vous pouvez déposer une nouvelle demande quand vous le souhaitez.',
}

export const closed = defineMail<ClosedData>()({
  label: 'Classement sans suite',
  audience: 'applicant',
  typed: ['organisation'],
  links: ['followUp'],
  subject: ({ reference }) => `Demande ${reference} classée sans suite`,
  heading: () => 'La demande est classée sans suite',
  summary: () => 'Ce n’est pas un refus. Voici pourquoi.',
  Body: ({ data, typed, link }) => (
    <>
      <P>
        La demande déposée pour <strong>{typed('organisation')}</strong> est classée sans suite. Ce n’est pas un
        refus&nbsp;: personne ne s’est prononcé sur l’organisme.
      </P>
      <P>{REASON[data.reason]}</P>
      <Facts facts={[['Référence', data.reference]]} />
      <P>Si vous pensez que c’est une erreur, écrivez au secrétariat en rappelant la référence.</P>
      <Action label="Revoir la demande" href={link('followUp')} />
    </>
  ),
})
