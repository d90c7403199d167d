/** The slug of the page that is the site's front. */
export const HOME_SLUG = 'accueil'
