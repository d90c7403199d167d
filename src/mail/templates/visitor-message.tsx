import { defineMail } from '../definition.ts'
import { Facts, P, Quote } from '../kit.tsx'

export type VisitorMessageData = {
  about: 'general' | 'press'
  name: string
  email: string
  /** The medium or organisation that the person writes for. */
  organisation: string | null
  text: string
}

const ABOUT = { general: 'Question', press: 'Presse' } as const

export const visitorMessage = defineMail<VisitorMessageData>()({
  label: 'Message d’un visiteur',
  audience: 'office',
  typed: ['name', 'email', 'organisation', 'text'],
  links: [],
  subject: ({ about }) => (about === 'press' ? 'Demande de la presse' : 'Message reçu par le site'),
  heading: ({ about }) => (about === 'press' ? 'La presse vous écrit' : 'Quelqu’un vous écrit'),
  summary: () => 'Le message a été envoyé par le formulaire du site.',
  replyTo: ({ email }) => email,
  Body: ({ data, typed, typedLines }) => (
    <>
      <P>Ce message vient du formulaire du site. Votre réponse ira à la personne qui l’a écrit.</P>
      <Facts
        facts={[
          ['Objet', ABOUT[data.about]],
          ['Nom', typed('name')],
          ['Adresse électronique', typed('email')],
          ['Pour', typed('organisation') || 'non précisé'],
        ]}
      />
      <Quote text={typedLines('text')} />
    </>
  ),
})
