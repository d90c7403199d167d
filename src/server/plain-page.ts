import type { Language } from '../api/language.ts'

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page for when the site itself cannot make one: a sentence, the number of the request, a way back. */
export function plainPage({
  title,
  requestId,
  language,
}: {
  title: string
  requestId: string
  language: Language
}): string {
  const [back, number] = language === 'fr' ? ['Revenir à l’accueil', 'Requête'] : ['Back to the home page', 'Request']
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escape(title)}</title></head>
<body><main><h1>${escape(title)}</h1><p><a href="/">${back}</a></p><p><small>${number} ${escape(requestId)}</small></p></main></body>
</html>`
}
