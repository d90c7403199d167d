import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { readerOf } from '../reader.ts'
import { AccountCard } from './AccountCard.tsx'
import { officeOfReader, readAccounts } from './read-accounts.ts'
import { ACCOUNTS, ACCOUNTS_PATH } from './words.ts'

/** Accounts and what they may do, for those who give it by two; for everybody else there is no such page. */
export async function AccountsView({
  initPageResult: { req, permissions, visibleEntities, locale },
  params,
  searchParams,
}: AdminViewServerProps) {
  const reader = readerOf(req.payload, req)
  const office = reader ? await officeOfReader(reader) : null
  if (!reader || office === null) notFound()
  const cards = await readAccounts(reader, office)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      user={reader.user}
      visibleEntities={visibleEntities}
      req={req}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
    >
      <Gutter className="file-view">
        <SetStepNav nav={[{ label: ACCOUNTS.title, url: ACCOUNTS_PATH }]} />
        <h1>{ACCOUNTS.title}</h1>
        <p>{ACCOUNTS.intro}</p>
        {cards.map((card) => (
          <section key={card.id} aria-label={card.name}>
            <h2>{card.name}</h2>
            <AccountCard card={card} />
          </section>
        ))}
      </Gutter>
    </DefaultTemplate>
  )
}
