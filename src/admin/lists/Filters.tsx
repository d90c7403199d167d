'use client'
import { Button, toast, usePreferences } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation.js'
import { useId, useState, type FormEvent } from 'react'
import { addressOf, chosenOf, keptOf, withChoice, type Filter, type ListView } from './filter.ts'
import { LISTS } from './words.ts'

type Props = {
  /** Under which name the account's own views are kept. */
  keptAs: string
  filters: Filter[]
  /** What the panel itself offers. */
  offered: ListView[]
  own: ListView[]
  today: string
}

/** Filters above a list, one click each, and views of it: those that everybody has, and those that somebody kept for themselves. */
export function Filters({ keptAs, filters, offered, own: given, today }: Props) {
  const router = useRouter()
  const query = new URLSearchParams(useSearchParams().toString())
  const id = useId()
  const { setPreference } = usePreferences()
  const [own, setOwn] = useState(given)
  const [keeping, setKeeping] = useState(false)

  const store = async (views: ListView[], said: string) => {
    setKeeping(true)
    try {
      await setPreference(keptAs, { views })
      setOwn(views)
      toast.success(said)
    } catch {
      toast.error(LISTS.notKept)
    }
    setKeeping(false)
  }
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const typed = new FormData(form).get('name')
    const name = typeof typed === 'string' ? typed.trim() : ''
    if (name === '' || keeping) return
    const view = { name, query: keptOf(query, filters, today) }
    void store([...own.filter((each) => each.name !== name), view], LISTS.kept(name)).then(() => form.reset())
  }

  return (
    <div className="list-filters">
      <div className="list-filters__row" role="group" aria-label={LISTS.filters}>
        {filters.map((filter) => (
          <div key={filter.path}>
            <label htmlFor={`${id}-${filter.path}`}>{filter.label}</label>
            <select
              id={`${id}-${filter.path}`}
              value={chosenOf(filter, query, today)}
              onChange={({ currentTarget }) =>
                router.push(
                  `?${withChoice(query, filter, filter.choices[Number(currentTarget.value)], today).toString()}`,
                )
              }
            >
              <option value={-1}>{LISTS.all}</option>
              {filter.choices.map(({ label }, at) => (
                <option key={label} value={at}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <div className="list-filters__row" role="group" aria-label={LISTS.views}>
        {offered.map((view) => (
          <a key={view.name} href={`?${addressOf(view, today)}`}>
            {view.name}
          </a>
        ))}
        {own.map((view) => (
          <span key={view.name} className="list-filters__own">
            <a href={`?${addressOf(view, today)}`}>{view.name}</a>
            <button
              type="button"
              aria-label={LISTS.forget(view.name)}
              disabled={keeping}
              onClick={() =>
                void store(
                  own.filter((each) => each !== view),
                  LISTS.forgotten(view.name),
                )
              }
            >
              ×
            </button>
          </span>
        ))}
        <form className="list-filters__keep" onSubmit={keep}>
          <label htmlFor={id}>{LISTS.name}</label>
          <input id={id} name="name" type="text" maxLength={60} required />
          <Button type="submit" buttonStyle="secondary" size="small" margin={false} disabled={keeping}>
            {keeping ? LISTS.keeping : LISTS.keep}
          </Button>
        </form>
      </div>
    </div>
  )
}
