/** A choice of a filter: what it asks of the field. A value such as `+7` is a day, counted from today. */
export type Choice = { label: string; operator: string; value: string }

/** A filter of a list: one field, and what one may ask of it. */
export type Filter = { label: string; path: string; choices: Choice[] }

/** A list as somebody wants to find it again: the part of its address that chooses and orders the records. */
export type ListView = { name: string; query: string }

type Condition = { path: string; operator: string; value: string }

/** What of a list's address a view keeps. */
const KEPT = /^(?:where|search|sort|on)(?:\[|$)/
const CONDITION = /^where\[or\]\[(\d+)\]\[and\]\[\d+\]\[([^\]]+)\]\[([^\]]+)\]$/
const FROM_TODAY = /^\+(\d+)$/
const DAY_MS = 24 * 60 * 60_000

const dayAfter = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

const nameOf = (group: number, index: number, { path, operator }: Condition): string =>
  `where[or][${group}][and][${index}][${path}][${operator}]`

/** The conditions of a list's address, by the groups of which one has to hold. */
function groupsIn(query: URLSearchParams): Condition[][] {
  const groups = new Map<string, Condition[]>()
  for (const [name, value] of query) {
    const [, group, path, operator] = CONDITION.exec(name) ?? []
    if (group === undefined || path === undefined || operator === undefined) continue
    groups.set(group, [...(groups.get(group) ?? []), { path, operator, value }])
  }
  return groups.size > 0 ? [...groups.values()] : [[]]
}

/** The value as a list is asked for it on a day. */
const onDay = (value: string, today: string): string => {
  const [, days] = FROM_TODAY.exec(value) ?? []
  return days === undefined ? value : dayAfter(today, Number(days))
}

const asks = ({ path, choices }: Filter, condition: Condition): boolean =>
  condition.path === path && choices.some(({ operator }) => operator === condition.operator)

/** The choice of a filter that a list is shown with, as its place among them; -1 for none. */
export function chosenOf(filter: Filter, query: URLSearchParams, today: string): number {
  const groups = groupsIn(query)
  return filter.choices.findIndex(({ operator, value }) =>
    groups.every((group) =>
      group.some((each) => asks(filter, each) && each.operator === operator && each.value === onDay(value, today)),
    ),
  )
}

/** The list's address with another choice of a filter, or without it, from its first page. */
export function withChoice(
  query: URLSearchParams,
  filter: Filter,
  choice: Choice | undefined,
  today: string,
): URLSearchParams {
  const changed = groupsIn(query).map((group) => [
    ...group.filter((each) => !asks(filter, each)),
    ...(choice ? [{ path: filter.path, operator: choice.operator, value: onDay(choice.value, today) }] : []),
  ])
  return new URLSearchParams([
    ...[...query].filter(([name]) => !CONDITION.test(name) && name !== 'page'),
    ...changed.flatMap((group, at) =>
      group.map((each, index): [string, string] => [nameOf(at, index, each), each.value]),
    ),
  ])
}

/** A view's address, with the days that count from today as they are today. */
export const addressOf = ({ query }: ListView, today: string): string =>
  new URLSearchParams([...new URLSearchParams(query)].map(([name, value]) => [name, onDay(value, today)])).toString()

/** What a view keeps of a list's address: days that a filter counts from today are counted anew when it is opened. */
export function keptOf(query: URLSearchParams, filters: readonly Filter[], today: string): string {
  return new URLSearchParams(
    [...query]
      .filter(([name, value]) => KEPT.test(name) && value !== '')
      .map(([name, value]) => {
        const [, , path, operator] = CONDITION.exec(name) ?? []
        const counted = filters
          .find((filter) => filter.path === path)
          ?.choices.find(
            (each) => each.operator === operator && FROM_TODAY.test(each.value) && onDay(each.value, today) === value,
          )
        return [name, counted?.value ?? value]
      }),
  ).toString()
}

/** The address of a view that the panel itself offers. */
export const viewOf = (name: string, conditions: readonly Condition[], sort?: string): ListView => ({
  name,
  query: new URLSearchParams([
    ...conditions.map((each, index): [string, string] => [nameOf(0, index, each), each.value]),
    ...(sort ? [['sort', sort] as [string, string]] : []),
  ]).toString(),
})
