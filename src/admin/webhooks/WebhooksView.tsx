import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { secretariatOrAdmin } from '../../../access/secretariat-or-admin.ts'
import { ActionPanel } from '../actions/ActionPanel.tsx'
import { FactList } from '../FactList.tsx'
import { PanelPage } from '../PanelPage.tsx'
import { readerOf } from '../reader.ts'
import { readWebhooks, type WebhookSection } from './read-webhooks.ts'
import { WEBHOOKS, WEBHOOKS_PATH } from './words.ts'

/** The webhooks of federations and what was sent to them, for the secretariat and administrators; for everybody else there is no such page. */
export async function WebhooksView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const reader = readerOf(req.payload, req)
  if (!reader || !secretariatOrAdmin(reader)) notFound()
  const sections = await readWebhooks(reader)
  return (
    <PanelPage view={view} title={WEBHOOKS.title} path={WEBHOOKS_PATH}>
      <p>{WEBHOOKS.intro}</p>
      {sections.length === 0 ? <p className="file-quiet">{WEBHOOKS.none}</p> : null}
      {sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </PanelPage>
  )
}

function Section({ section: { id, federation, url, facts, deliveries } }: { section: WebhookSection }) {
  return (
    <section aria-labelledby={`webhook-${id}`}>
      <h2 id={`webhook-${id}`}>{federation}</h2>
      <FactList facts={facts} />
      {deliveries.length === 0 ? (
        <p className="file-quiet">{WEBHOOKS.nothingSent}</p>
      ) : (
        <div className="table">
          <table>
            <caption>{WEBHOOKS.caption(url)}</caption>
            <thead>
              <tr>
                {[WEBHOOKS.when, WEBHOOKS.what, WEBHOOKS.became, WEBHOOKS.attempts, WEBHOOKS.act].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deliveries.map(({ id: delivery, at, what, became, attempts, actions }) => (
                <tr key={delivery}>
                  <td>{at}</td>
                  <td>{what}</td>
                  <td>{became}</td>
                  <td>
                    {attempts.map((attempt) => (
                      <p key={attempt}>{attempt}</p>
                    ))}
                  </td>
                  <td>
                    {actions ? (
                      <ActionPanel actions={actions} state={became}>
                        {null}
                      </ActionPanel>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
