import type { Language } from '../api/language.ts'
import { escapeMarkup } from '../lib/escape.ts'

/** A page for when the site itself cannot make one: a sentence, the number of the request where it has one, a way back. */
export function plainPage({
  title,
  requestId,
  language,
}: {
  title: string
  requestId?: string
  language: Language
}): string {
  const [back, number] = language === 'fr' ? ['Revenir à l’accueil', 'Requête'] : ['Back to the home page', 'Request']
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeMarkup(title)}</title></head>
<body><main><h1>${escapeMarkup(title)}</h1><p><a href="/">${back}</a></p>${requestId ? `<p><small>${number} ${escapeMarkup(requestId)}</small></p>` : ''}</main></body>
</html>`
}
