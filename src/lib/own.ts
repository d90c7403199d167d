/**
 * What a table has under a name that comes from outside; undefined for what the table does not name itself. Every object
 * answers to `constructor`, `toString` and the like.
 */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
