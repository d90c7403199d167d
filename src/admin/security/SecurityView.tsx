import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { securityReaders } from '../../../access/security-readers.ts'
import type { Option } from '../actions/model.ts'
import { PanelPage } from '../PanelPage.tsx'
import { readerOf } from '../reader.ts'
import { filterIn, readEvents, type EventPage, type Filter } from './read-events.ts'
import { SECURITY, SECURITY_PATH } from './words.ts'

/** The security journal, for the secretariat and the chair; for everybody else there is no such page. */
export async function SecurityView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const reader = readerOf(req.payload, req)
  if (!reader || !(await securityReaders(reader))) notFound()
  const page = await readEvents(reader, filterIn(view.searchParams ?? {}))
  return (
    <PanelPage view={view} title={SECURITY.title} path={SECURITY_PATH}>
      <p>{SECURITY.intro}</p>
      <FilterForm page={page} />
      <Lines page={page} />
    </PanelPage>
  )
}

function FilterForm({ page: { accounts, types, filter } }: { page: EventPage }) {
  return (
    <form method="get" action={SECURITY_PATH} className="security-filter">
      <Choice
        name="account"
        label={SECURITY.account}
        all={SECURITY.allAccounts}
        options={accounts}
        value={filter.account}
      />
      <Choice name="type" label={SECURITY.type} all={SECURITY.allTypes} options={types} value={filter.type} />
      <label>
        {SECURITY.day} <input type="date" name="day" defaultValue={filter.day} />
      </label>
      <button type="submit" className="btn btn--style-secondary btn--size-small">
        {SECURITY.filter}
      </button>
    </form>
  )
}

function Choice({
  name,
  label,
  all,
  options,
  value,
}: {
  name: string
  label: string
  all: string
  options: readonly Option[]
  value: string
}) {
  return (
    <label>
      {label}{' '}
      <select name={name} defaultValue={value}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

const addressOf = ({ page, ...filter }: Filter): string => {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (page > 1) query.set('page', String(page))
  return `${SECURITY_PATH}?${query.toString()}`
}

function Lines({ page: { lines, filter, earlier } }: { page: EventPage }) {
  if (lines.length === 0) return <p className="file-quiet">{SECURITY.nothing}</p>
  return (
    <>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{SECURITY.when}</th>
              <th scope="col">{SECURITY.what}</th>
              <th scope="col">{SECURITY.from}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, at, sentence, from }) => (
              <tr key={id}>
                <td>{at}</td>
                <td>{sentence}</td>
                <td>{from}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {filter.page > 1 ? <a href={addressOf({ ...filter, page: 1 })}>{SECURITY.latest}</a> : null}{' '}
        {earlier ? <a href={addressOf({ ...filter, page: filter.page + 1 })}>{SECURITY.earlier}</a> : null}
      </p>
    </>
  )
}
