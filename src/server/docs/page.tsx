import type { OpenApi, Operation } from '../../api/description/openapi.ts'
import type { Language } from '../../api/language.ts'
import { renderPage } from '../../site/views/render.ts'
import { fieldsOf } from './fields-of.ts'
import { WORDS } from './words.ts'

type Shown = { path: string; method: string; operation: Operation }

/** The addresses of the page, by its language. */
export const DOCS: Readonly<Record<Language, string>> = { fr: '/api/docs', en: '/api/docs/en' }

/** Who may ask, as roles and schemes of the description name them. */
const whoOf = ({ security }: Operation, words: Record<string, string>): string =>
  [
    ...new Set(
      security.flatMap((each) => {
        const [scheme] = Object.entries(each)
        if (!scheme) return ['anybody']
        const [name, roles] = scheme
        return name === 'JWT' ? (roles.length > 0 ? roles : ['team']) : [name]
      }),
    ),
  ]
    .filter((name, _index, all) => !(name === 'team' && all.includes('anybody')))
    .map((name) => words[name] ?? name)
    .join(', ')

function Fields({
  document,
  operation,
  words,
}: {
  document: OpenApi
  operation: Operation
  words: Record<string, string>
}) {
  const media = Object.entries(operation.requestBody?.content ?? {})
  return media.map(([type, { schema }]) => (
    <div key={type}>
      <h4>
        {words['sent']} (<code>{type}</code>)
      </h4>
      <table>
        <tbody>
          {fieldsOf(schema, document).map(({ path, type: kind, isNeeded, about }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>
                {kind}
                {isNeeded ? `, ${words['needed'] ?? ''}` : ''}
              </td>
              <td>{about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ))
}

function One({ shown, document, words }: { shown: Shown; document: OpenApi; words: Record<string, string> }) {
  const { path, method, operation } = shown
  return (
    <details id={operation.operationId}>
      <summary>
        <code>
          {method.toUpperCase()} /api{path}
        </code>{' '}
        {operation.summary}
      </summary>
      <p>
        {words['who']} {whoOf(operation, words)}. {operation.description}
      </p>
      {operation.parameters ? <h4>{words['asked']}</h4> : null}
      <ul>
        {(operation.parameters ?? []).map(({ name, in: where, required, description }) => (
          <li key={`${where} ${name}`}>
            <code>{name}</code> ({where}
            {required ? `, ${words['needed'] ?? ''}` : ''}) {description}
          </li>
        ))}
      </ul>
      <Fields document={document} operation={operation} words={words} />
      <h4>{words['answered']}</h4>
      <ul>
        {Object.entries(operation.responses).map(([status, { description }]) => (
          <li key={status}>
            <strong>{status}</strong> {description}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The description of the API as a page that is read: no script, in French or in English. */
export function docsPage(document: OpenApi, language: Language): string {
  const words = WORDS[language]
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Shown => ({ path, method, operation })),
  )
  const other = language === 'fr' ? 'en' : 'fr'
  return renderPage(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words['title']}</title>
        <link rel="stylesheet" href="/site.css" />
      </head>
      <body>
        <main>
          <h1>{words['title']}</h1>
          <p>{words['intro']}</p>
          <p>
            <a href="/api/openapi.json">{words['description']}</a> ·{' '}
            <a href={DOCS[other]} lang={other} hrefLang={other}>
              {words['other']}
            </a>
          </p>
          <nav aria-label={words['contents']}>
            <ul>
              {document.tags.map(({ name, description }) => (
                <li key={name}>
                  <a href={`#${name}`}>{description ?? name}</a>
                </li>
              ))}
            </ul>
          </nav>
          {document.tags.map(({ name, description }) => (
            <section key={name} aria-labelledby={name}>
              <h2 id={name}>{description ?? name}</h2>
              {all
                .filter(({ operation }) => operation.tags.includes(name))
                .map((shown) => (
                  <One key={shown.operation.operationId} shown={shown} document={document} words={words} />
                ))}
            </section>
          ))}
        </main>
      </body>
    </html>,
  )
}
