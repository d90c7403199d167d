/** The functions of Payload's panel that ours uses. Scheduling is ours, folders and joined lists there are none. */
export const PANEL_FUNCTIONS: ReadonlySet<string> = new Set([
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'slugify',
  'table-state',
])

const REFUSED = Symbol.for('cpof.refused-panel-calls')

/**
 * Numbers of requests whose call the panel refused: the panel cannot say by what status it is answered, the front door
 * can. One set for both bundles of a process.
 */
export function refusedCalls(): Set<unknown> {
  const shared: unknown = Reflect.get(globalThis, REFUSED)
  if (shared instanceof Set) return shared
  const made = new Set<unknown>()
  Reflect.set(globalThis, REFUSED, made)
  return made
}
