import type { ReactElement } from 'react'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { DIRECTORY_CSV, DIRECTORY_JSON, LICENCE } from './open-directory.ts'

const T = {
  title: 'Données ouvertes',
  lead: 'L’annuaire des membres peut être repris par tous, sans demander d’autorisation.',
  filesTitle: 'Les fichiers',
  csv: 'L’annuaire en CSV',
  csvHelp: 'Une ligne par membre, en UTF-8, les valeurs séparées par des virgules.',
  json: 'L’annuaire en JSON',
  jsonHelp: 'Les mêmes données pour un programme.',
  fresh: 'Ils suivent l’annuaire du site\u00a0: ce qui y change se lit aussitôt dans les fichiers.',
  holdsTitle: 'Ce qu’ils contiennent',
  holds:
    'Pour chaque membre qui paraît dans l’annuaire\u00a0: son SIREN, sa dénomination, sa qualité, sa région par son code INSEE, sa commune, son réseau, et ce qu’il dit de lui-même. Aucune personne n’y est nommée\u00a0; d’une entreprise individuelle ne se lisent que la commune et la région.',
  licenceTitle: 'La licence',
  licenceBefore: 'Ces données sont diffusées sous la ',
  licenceAfter:
    '\u00a0: vous pouvez les reproduire, les adapter et les diffuser, y compris à des fins commerciales, en citant leur source et la date de leur dernière mise à jour.',
} as const

/** What of the site is open data, where its files are, and under which licence. */
export function OpenDataPage({ chrome, canonical }: { chrome: Chrome; canonical: string }): ReactElement {
  return (
    <Layout chrome={chrome} title={T.title} description={T.lead} canonical={canonical}>
      <header className="page-head">
        <h1>{T.title}</h1>
        <p className="lead">{T.lead}</p>
      </header>
      <section className="prose" aria-labelledby="fichiers">
        <h2 id="fichiers">{T.filesTitle}</h2>
        <ul>
          <li>
            <a href={DIRECTORY_CSV} type="text/csv">
              {T.csv}
            </a>
            . {T.csvHelp}
          </li>
          <li>
            <a href={DIRECTORY_JSON} type="application/json">
              {T.json}
            </a>
            . {T.jsonHelp}
          </li>
        </ul>
        <p>{T.fresh}</p>
        <h2>{T.holdsTitle}</h2>
        <p>{T.holds}</p>
        <h2>{T.licenceTitle}</h2>
        <p>
          {T.licenceBefore}
          <a href={LICENCE.url} rel="license">
            {LICENCE.name}
          </a>
          {T.licenceAfter}
        </p>
      </section>
    </Layout>
  )
}
