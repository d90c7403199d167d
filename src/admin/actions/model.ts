export type Option = { value: string; label: string; help?: string; warning?: string }

/** One thing that a form asks; `name` is a path in the body (`powerToBind.source`). */
export type FieldModel = {
  kind:
    | 'text'
    | 'email'
    | 'textarea'
    | 'day'
    | 'moment'
    | 'number'
    | 'select'
    | 'radio'
    | 'checkbox'
    | 'checkboxes'
    | 'file'
  name: string
  label: string
  help?: string
  required?: boolean
  value?: string
  /** Of `checkboxes`, which are sent as a list. */
  values?: string[]
  least?: string
  longest?: number
  options?: Option[]
  /** The option `true` or `false` is sent as a boolean. */
  asFlag?: boolean
  /** Left empty it is sent as null; what emptiness means, in words. */
  empty?: string
  accept?: string
}

export type SessionCandidate = {
  person: string
  name: string
  terms: { firstDay: string; lastDay: string | null }[]
  recused: string | null
}

export type SessionModel = { candidates: SessionCandidate[]; today: string; chairCasts: boolean; proxies: boolean }

/** A button for what this person may do now, and what it asks. */
export type ActionModel = {
  name: string
  url: string
  button: string
  title: string
  /** What will happen, said before it does. */
  consequence: string
  confirm: string
  done: string
  fields: FieldModel[]
  /** Where to go once it is done: the record itself is then no more. */
  leadsTo?: string
  /** Sent as it is, and shown before it is sent. */
  fixed?: { text: string }
  /** Sent as it is, and not shown: which exact content is meant. */
  sent?: Readonly<Record<string, string | boolean>>
  session?: SessionModel
  /** Whether what is asked is sent as one JSON beside the files, not as fields of a form. */
  asPayload?: boolean
}

export type ActionGroups = { main: ActionModel | null; others: ActionModel[]; record: ActionModel[] }
