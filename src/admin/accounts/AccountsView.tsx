import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { PanelPage } from '../PanelPage.tsx'
import { readerOf } from '../reader.ts'
import { AccountCard } from './AccountCard.tsx'
import { officeOfReader, readAccounts } from './read-accounts.ts'
import { ACCOUNTS, ACCOUNTS_PATH } from './words.ts'

/** Accounts and what they may do, for those who give it by two; for everybody else there is no such page. */
export async function AccountsView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const reader = readerOf(req.payload, req)
  const office = reader ? await officeOfReader(reader) : null
  if (!reader || office === null) notFound()
  const cards = await readAccounts(reader, office)
  return (
    <PanelPage view={view} title={ACCOUNTS.title} path={ACCOUNTS_PATH}>
      <p>{ACCOUNTS.intro}</p>
      {cards.map((card) => (
        <section key={card.id} aria-label={card.name}>
          <h2>{card.name}</h2>
          <AccountCard card={card} />
        </section>
      ))}
    </PanelPage>
  )
}
