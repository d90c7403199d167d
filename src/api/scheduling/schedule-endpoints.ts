import { fields, moment } from '../../input/fields.ts'
import { cancelSchedule, schedulePublication } from '../../scheduling/schedule.ts'
import type { Schedulable } from '../../scheduling/schedulable.ts'
import type { OwnEndpoint } from '../posting.ts'
import { editorEndpoint } from './editor-endpoint.ts'

/** `POST /api/<collection>/:id/schedule { at }` and `…/unschedule`: when the newest version is to be published. */
export const scheduleEndpoints = (collection: Schedulable): OwnEndpoint[] => [
  editorEndpoint(collection, 'schedule', 'Publication programmée.', fields({ at: moment() }), (payload, act) =>
    schedulePublication(payload, { collection, ...act }),
  ),
  editorEndpoint(collection, 'unschedule', 'Publication annulée.', fields({}), (payload, { id }) =>
    cancelSchedule(payload, { collection, id }),
  ),
]
