import { fr } from '../../../content/typography.ts'
import type { Lang } from '../chrome.ts'

export const PREVIEW_TEXTS = {
  title: 'Aperçu d’un brouillon',
  until: (moment: string) =>
    fr`Cette page n’est pas publiée telle que vous la lisez. Ce lien la montre jusqu’au ${moment}.`,
  untitled: 'Sans titre',
  tooEarly:
    'L’aperçu se montre dès que la nature est choisie et, pour un événement, que son début et sa fin sont indiqués.',
  over: 'Cet aperçu n’est plus ouvert',
  askAgain: 'Demandez un nouveau lien à la personne qui vous a envoyé celui-ci.',
} as const

export type ErrorStatus = 400 | 404 | 410 | 413 | 429 | 500 | 503
type ErrorText = { title: string; text: string; next: readonly string[] }

export const ERROR_TEXTS: Record<Lang, Record<ErrorStatus, ErrorText>> = {
  fr: {
    400: {
      title: 'Cette demande ne peut pas être lue',
      text: 'L’adresse ou le formulaire envoyé est abîmé ou incomplet.',
      next: [
        'Revenez à la page précédente, rechargez-la, puis recommencez.',
        fr`Si vous venez d’un courriel, copiez le lien entier.`,
      ],
    },
    404: {
      title: 'Cette page n’existe pas',
      text: 'L’adresse est peut-être incomplète, ou la page a changé de place.',
      next: [
        'Vérifiez l’adresse, surtout si vous l’avez recopiée.',
        fr`Si vous venez d’un courriel, copiez le lien entier : certains logiciels le coupent en deux lignes.`,
      ],
    },
    410: {
      title: 'Cette page a été retirée',
      text: 'Son contenu n’est plus publié, et l’adresse ne servira plus.',
      next: ['Partez de l’accueil pour trouver ce qui l’a remplacée.'],
    },
    413: {
      title: 'L’envoi est trop volumineux',
      text: 'Ce que vous avez envoyé dépasse ce que nous pouvons recevoir. Rien n’a été enregistré.',
      next: ['Revenez à la page précédente, raccourcissez vos textes ou allégez vos fichiers, puis recommencez.'],
    },
    429: {
      title: 'Trop de demandes en peu de temps',
      text: 'Pour protéger le service, nous limitons le nombre d’envois depuis une même connexion. Rien de ce que vous aviez enregistré n’est perdu.',
      next: ['Attendez un moment, puis recommencez.'],
    },
    500: {
      title: 'Le service a rencontré un problème',
      text: fr`La panne vient de chez nous, et elle est enregistrée : vous n’avez rien fait de travers.`,
      next: [
        'Rechargez la page dans quelques minutes.',
        'Si vous veniez d’envoyer un formulaire, vérifiez d’abord avec votre lien de suivi ce qui a été reçu.',
      ],
    },
    503: {
      title: 'Le service est momentanément indisponible',
      text: 'Le site ne peut pas répondre en ce moment. Vos liens restent valables.',
      next: [
        'Attendez quelques secondes, puis rechargez la page.',
        fr`Si vous veniez d’envoyer un formulaire, revenez à la page précédente : votre saisie y est encore. Elle n’a peut-être pas été enregistrée.`,
      ],
    },
  },
  en: {
    400: {
      title: 'This request cannot be read',
      text: 'The address or the form that was sent is damaged or incomplete.',
      next: ['Go back to the page before, reload it and try again.'],
    },
    404: {
      title: 'This page does not exist',
      text: 'The address may be incomplete, or the page has moved.',
      next: [
        'Check the address, above all if you copied it.',
        'If you come from an e-mail, copy the whole link: some programs cut it over two lines.',
      ],
    },
    410: {
      title: 'This page was removed',
      text: 'Its content is no longer published.',
      next: ['Start from the home page to find what has replaced it.'],
    },
    413: {
      title: 'What you sent is too large',
      text: 'It is more than we can take in. Nothing was saved.',
      next: ['Go back to the page before, shorten your texts or lighten your files, and try again.'],
    },
    429: {
      title: 'Too many requests in a short time',
      text: 'To protect the service we limit how much one connection may send. Nothing that you had saved is lost.',
      next: ['Wait a moment, then try again.'],
    },
    500: {
      title: 'The service ran into a problem',
      text: 'The fault is ours and has been recorded; you did nothing wrong.',
      next: [
        'Reload the page in a few minutes.',
        'If you had just sent a form, check first with your follow-up link what was received.',
      ],
    },
    503: {
      title: 'The service is unavailable for a moment',
      text: 'The site cannot answer at the moment. Your links remain valid.',
      next: [
        'Wait a few seconds, then reload the page.',
        'If you have just sent a form, go back to the page before: what you typed is still there. It may not have been recorded.',
      ],
    },
  },
}

export const ERROR_LABELS: Record<
  Lang,
  {
    next: string
    home: string
    search: string
    code: (status: number) => string
    reference: string
    wait: (seconds: number) => string
  }
> = {
  fr: {
    next: 'Que faire maintenant',
    home: 'Aller à l’accueil',
    search: 'Chercher sur le site',
    code: (status) => `Erreur ${status}`,
    reference: fr`Si vous nous écrivez, donnez cette référence :`,
    wait: (seconds) =>
      seconds < 90
        ? `Réessayez dans ${Math.max(2, seconds)} secondes.`
        : `Réessayez dans ${Math.ceil(seconds / 60)} minutes.`,
  },
  en: {
    next: 'What to do now',
    home: 'Go to the home page',
    search: 'Search the site (in French)',
    code: (status) => `Error ${status}`,
    reference: 'If you write to us, give this reference:',
    wait: (seconds) =>
      seconds < 90
        ? `Try again in ${Math.max(2, seconds)} seconds.`
        : `Try again in ${Math.ceil(seconds / 60)} minutes.`,
  },
}
