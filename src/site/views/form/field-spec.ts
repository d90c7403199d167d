type Option = { value: string; label: string; hint?: string }

type Common = {
  /** The field's name in the form and in the request it stands for. */
  path: string
  label: string
  hint?: string
  /** May stay empty; its label says so, in these words where that depends on other fields. */
  optional?: boolean | string
}

type InputSpec = Common & {
  control: 'text' | 'email' | 'tel' | 'url' | 'date'
  autoComplete?: string
  inputMode?: 'numeric' | 'text'
  width?: 'short' | 'medium'
  spellCheck?: false
}
type TextAreaSpec = Common & { control: 'textarea'; rows?: number }
type SelectSpec = Common & { control: 'select'; options: readonly Option[] }
export type ChoiceSpec = Common & { control: 'radios' | 'checkboxes'; options: readonly Option[] }
/** One box to tick: beside it stands the whole sentence; the label names it in the summary of errors. */
type TickSpec = Common & { control: 'tick'; sentence: string }
type FilesSpec = Common & { control: 'files'; accept: string }

/** A field of a form as data: what it is called, what it takes. */
export type FieldSpec = InputSpec | TextAreaSpec | SelectSpec | ChoiceSpec | TickSpec | FilesSpec
