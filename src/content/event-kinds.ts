/** The kinds of events, each with its name in French. */
export const EVENT_KINDS = {
  conference: 'Conférence régionale',
  hearing: 'Audition publique',
  assembly: 'Assemblée',
  webinar: 'Webinaire',
  initiative: 'Initiative régionale',
} as const

export type EventKind = keyof typeof EVENT_KINDS

/** Whether an event is held as announced, each state with what is said of it in French. */
export const EVENT_STATES = {
  planned: 'Prévu',
  cancelled: 'Annulé',
  postponed: 'Reporté',
} as const

export type EventState = keyof typeof EVENT_STATES

/** What stands before an event that is not held as announced; null of any other, and of those that say nothing. */
export const stateSaid = (state: EventState | null | undefined): string | null =>
  state === 'cancelled' || state === 'postponed' ? EVENT_STATES[state] : null
