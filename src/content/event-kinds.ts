/** The kinds of events, each with its name in French. */
export const EVENT_KINDS = {
  conference: 'Conférence régionale',
  hearing: 'Audition publique',
  assembly: 'Assemblée',
  webinar: 'Webinaire',
  initiative: 'Initiative régionale',
} as const

export type EventKind = keyof typeof EVENT_KINDS
