import type { Language } from '../../api/language.ts'

/** What the page of the API says around what the description says. */
export const WORDS: Readonly<Record<Language, Record<string, string>>> = {
  fr: {
    title: 'L’API de la CPOF',
    intro:
      'Tout ce que l’API accepte et répond. Cette page est faite de la description OpenAPI 3.1, elle-même faite de ce qui lit, décide et répond.',
    description: 'La description (OpenAPI 3.1)',
    other: 'English',
    contents: 'Sommaire',
    who: 'Pour',
    sent: 'Ce qui est envoyé',
    answered: 'Ce qui est répondu',
    asked: 'Paramètres',
    needed: 'obligatoire',
    anybody: 'tout le monde',
    team: 'toute personne de l’équipe',
    editor: 'la rédaction',
    secretariat: 'le secrétariat',
    admin: 'l’administration',
    mandate: 'qui détient un mandat',
    Link: 'qui a reçu le lien',
  },
  en: {
    title: 'The API of the CPOF',
    intro:
      'Everything that the API takes and answers. This page is made of the OpenAPI 3.1 description, which is made of what reads, decides and answers.',
    description: 'The description (OpenAPI 3.1)',
    other: 'Français',
    contents: 'Contents',
    who: 'For',
    sent: 'What is sent',
    answered: 'What is answered',
    asked: 'Parameters',
    needed: 'required',
    anybody: 'anybody',
    team: 'anybody of the team',
    editor: 'editors',
    secretariat: 'the secretariat',
    admin: 'administrators',
    mandate: 'who holds a mandate',
    Link: 'who was sent the link',
  },
}
