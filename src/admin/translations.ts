/**
 * Where Payload's French is clumsy or speaks of itself, in our own words. Each key is Payload's; what is not here is
 * said as Payload says it.
 */
export const translations = {
  fr: {
    authentication: {
      forgotPasswordEmailInstructions: 'Indiquez votre adresse électronique\u00a0: vous recevrez un lien pour choisir un mot de passe.',
    },
    general: {
      createNew: 'Ajouter',
      createNewLabel: 'Ajouter\u00a0: {{label}}',
      creatingNewLabel: '{{label}} à enregistrer',
      // Payload sets a colon behind these two.
      created: 'Création\u00a0',
      lastModified: 'Dernière modification\u00a0',
      edit: 'Modifier',
      email: 'Adresse électronique',
      emailAddress: 'Adresse électronique',
      leaveWithoutSaving: 'Quitter sans enregistrer',
      locale: 'Langue du contenu',
      locales: 'Langues du contenu',
      noLabel: '–',
      noResults: 'Rien à montrer\u00a0: il n’y a encore rien ici, ou rien ne correspond aux filtres choisis.',
      payloadSettings: 'Affichage',
      perPage: 'Par page\u00a0: {{limit}}',
      save: 'Enregistrer',
      searchBy: 'Rechercher par {{label}}',
      selectValue: 'Choisissez…',
      submit: 'Envoyer',
      successfullyCreated: '{{label}}\u00a0: enregistré.',
      untitled: 'Nouvelle fiche',
      updatedSuccessfully: 'Enregistré.',
    },
  },
} as const
