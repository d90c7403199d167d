'use client'
import { Button } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { LISTS } from './words.ts'

/** What of a list's address stays when another day is chosen; the page begins anew. */
const STAYING = /^(?:where|search|sort|limit|columns)(?:\[|$)/

/** Asks on which day somebody was a member: the list then shows those who were, and so do its files. */
export function OnDay() {
  const asked = useSearchParams()
  const day = asked.get('on') ?? ''
  const others = [...asked].filter(([name, value]) => STAYING.test(name) && value !== '')
  const all = new URLSearchParams(others).toString()
  return (
    <form className="list-on-day" method="get">
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="members-on">{LISTS.on}</label>
      <input id="members-on" key={day} type="date" name="on" defaultValue={day} required />
      <Button type="submit" buttonStyle="secondary" size="small" margin={false}>
        {LISTS.show}
      </Button>
      {day ? <a href={`?${all}`}>{LISTS.anyDay}</a> : null}
    </form>
  )
}
