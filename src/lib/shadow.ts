/**
 * An object that reads as another one but for some properties of its own, which may be written without it. They are defined
 * and not assigned: behind the request of a restored version or of many updates stands a proxy (Payload's
 * isolateObjectProperty) that would take what is assigned.
 */
export function shadow<Whole extends object>(whole: Whole, own: Partial<Whole>): Whole {
  const properties = Object.entries(own).map(([name, value]): [string, PropertyDescriptor] => [
    name,
    { value, writable: true, enumerable: true, configurable: true },
  ])
  return Object.create(whole, Object.fromEntries(properties)) as Whole
}
