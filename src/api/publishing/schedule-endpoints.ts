import { cancelSchedule, schedulePublication } from '../../publishing/schedule.ts'
import type { Schedulable } from '../../publishing/schedulable.ts'
import { editorEndpoint, type OwnEndpoint } from './editor-endpoint.ts'

/** `POST /api/<collection>/:id/schedule { at }` and `…/unschedule`: when the newest version is to be published. */
export const scheduleEndpoints = (collection: Schedulable): OwnEndpoint[] => [
  editorEndpoint(collection, 'schedule', 'Publication programmée.', (reader) => {
    const at = reader.moment('at')
    reader.end()
    return ({ payload, ...act }) => schedulePublication(payload, { collection, at, ...act })
  }),
  editorEndpoint(collection, 'unschedule', 'Publication annulée.', (reader) => {
    reader.end()
    return ({ payload, id }) => cancelSchedule(payload, { collection, id })
  }),
]
