import type { ReactElement } from 'react'

import { ACTIVITIES, type ActivityName } from '../../../record/privacy/activities.ts'
import type { PrivacyNotice } from '../../../record/privacy/notice.ts'
import { keptBy } from '../../../record/privacy/terms.ts'
import type { Lang } from '../../views/chrome.ts'
import { PRIVACY_TEXTS as T } from './texts.ts'

/** The activities that concern who reads the site; the others are of the staff. */
const SHOWN: readonly ActivityName[] = ['adhesions', 'members', 'governance', 'mail']

/** The notice to applicants as the form shows it, and the terms that the software applies, in French as its table says them. */
export function PrivacyFacts({ privacy, lang }: { privacy: PrivacyNotice; lang: Lang }): ReactElement {
  return (
    <section className="sheet" aria-labelledby="notice" lang={privacy.lang === lang ? undefined : privacy.lang}>
      <div lang={lang === 'fr' ? undefined : 'fr'}>
        <h2 id="notice">{T.notice}</h2>
      </div>
      {privacy.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div lang={lang === 'fr' ? undefined : 'fr'}>
        <h2 id="durees">{T.terms}</h2>
        {SHOWN.map((activity) => (
          <div key={activity} className="wide" role="region" aria-label={ACTIVITIES[activity].title} tabIndex={0}>
            <table>
              <caption>{ACTIVITIES[activity].title}</caption>
              <thead>
                <tr>
                  <th scope="col">{T.what}</th>
                  <th scope="col">{T.howLong}</th>
                </tr>
              </thead>
              <tbody>
                {keptBy(activity).map(({ what, terms }) => (
                  <tr key={what}>
                    <th scope="row">{what}</th>
                    <td>{terms.join('\u00a0; ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </div>
    </section>
  )
}
