/** The keys of an object that have a value: what was left out is absent, not undefined. */
export function withoutAbsent<Value extends object>(value: Value): Value {
  for (const [key, each] of Object.entries(value)) if (each === undefined) Reflect.deleteProperty(value, key)
  return value
}
