/** A remark on an imported text, for whoever imports it to look at. */
export type Note =
  /** A line without marks that reads like a heading was made one. */
  | { kind: 'heading-proposed'; text: string }
  /** A part that a page cannot show as it was and that was set in another way: every word of it stands. */
  | { kind: 'set-otherwise'; text: string; as: string }
  /** An entry before the text, read for its title and address. */
  | { kind: 'front-matter'; text: string }
  /** A picture, or what a link led to, that no page can have: its words stand. */
  | { kind: 'left-out'; text: string }
  /** A word that no dictionary has; it was left as it is. */
  | { kind: 'unknown-word'; text: string }

/** A text as a rich text of ours, and what was found on the way. */
export type Imported = {
  /** The first heading of the text, or its first line. */
  title: string
  /** The address that the text asks for. */
  slug?: string
  /** The text after the title, as Lexical nodes. */
  nodes: object[]
  /** Labels at the end before a blank to fill in, without the blank: who signs, where, when. */
  signature: string[]
  notes: Note[]
}
