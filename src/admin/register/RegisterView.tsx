import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'

import { secretariatOrAdmin } from '../../../access/secretariat-or-admin.ts'
import type { Identity } from '../../payload-types.ts'
import { ACTIVITIES, MEASURES, type ActivityName } from '../../record/privacy/activities.ts'
import { basesOf, keptBy } from '../../record/privacy/terms.ts'
import { FactList } from '../FactList.tsx'
import { PanelPage } from '../PanelPage.tsx'
import { readerOf } from '../reader.ts'
import { REGISTER, REGISTER_PATH } from './words.ts'

/**
 * The register of processing (GDPR, article 30), made of the table that the timers of retention apply: for the secretariat, which
 * keeps it, and administrators.
 */
export async function RegisterView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  if (!readerOf(req.payload, req) || !secretariatOrAdmin({ req })) notFound()
  const identity = await req.payload.findGlobal({ slug: 'identity', depth: 0, overrideAccess: false, req })
  return (
    <PanelPage view={view} title={REGISTER.title} path={REGISTER_PATH}>
      <p>{REGISTER.intro}</p>
      <FactList facts={[{ label: REGISTER.controller, value: controllerIn(identity) }]} />
      {Object.keys(ACTIVITIES).map((name) => isActivity(name) && <Activity key={name} name={name} />)}
      <h2>{REGISTER.measures}</h2>
      <ul>
        {MEASURES.map((measure) => (
          <li key={measure}>{measure}</li>
        ))}
      </ul>
    </PanelPage>
  )
}

const isActivity = (name: string): name is ActivityName => name in ACTIVITIES

const controllerIn = ({ legalName, seat, email, phone }: Identity): string =>
  [legalName, seat?.replace(/\s*\n\s*/g, ', '), email, phone].filter(Boolean).join(' – ') || REGISTER.noController

function Activity({ name }: { name: ActivityName }) {
  const { title, purpose, people, recipients } = ACTIVITIES[name]
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <FactList
        facts={[
          { label: REGISTER.purpose, value: purpose },
          { label: REGISTER.basis, value: basesOf(name).join('\u00a0; ') },
          { label: REGISTER.people, value: people },
          { label: REGISTER.recipients, value: recipients },
          { label: REGISTER.transfers, value: REGISTER.noTransfers },
        ]}
      />
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{REGISTER.what}</th>
              <th scope="col">{REGISTER.howLong}</th>
            </tr>
          </thead>
          <tbody>
            {keptBy(name).map(({ what, terms }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{terms.join('\u00a0; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
