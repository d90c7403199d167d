/** What is said of what was pasted. */
export const PASTE = {
  leftOut: (pictures: number) =>
    pictures === 1
      ? 'Une image du texte collé a été laissée de côté\u00a0: ajoutez-la depuis vos fichiers.'
      : `${pictures} images du texte collé ont été laissées de côté\u00a0: ajoutez-les depuis vos fichiers.`,
} as const
