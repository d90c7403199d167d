/**
 * The value of a table under a name that comes from outside; undefined where the table itself has no such name. Every object
 * answers to `constructor`, `toString` and the like.
 */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
