import type { Line } from '../history/Lines.tsx'
import type { State } from '../../adhesion/lifecycle/states.ts'
import type { ActionGroups } from '../actions/model.ts'
import type { Fact } from '../fact.ts'

/** Something to look at before deciding. State is told by word and shape, never by colour alone. */
export type Check = { tone: 'fine' | 'look' | 'question'; text: string; href?: string }

export type SignatureModel = { facts: Fact[]; evidence: Fact[] }

export type AttachmentModel = {
  id: string
  title: string
  href: string | null
  by: string
  at: string
  sha256: string
  request: string | null
}

export type RequestModel = {
  id: string
  number: number
  state: string
  question: string
  asked: string
  deadline: string
  late: boolean
  answer: string | null
  answered: string | null
  cancelled: string | null
  attachments: AttachmentModel[]
}

/** An e-mail about the file and what became of it. */
export type MailModel = {
  id: string
  label: string
  to: string
  status: string
  tone: 'fine' | 'look'
  href: string | null
}

export type NoteModel = { rank: number; by: string; at: string; text: string }

/** A message between the secretariat and the applicant. */
export type MessageModel = NoteModel & { files: string[] }

export type ElectorModel = {
  person: string
  name: string
  role: string | null
  vote: string
  cast: boolean
  reason: string | null
}

export type RoundModel = {
  round: number
  title: string
  state: string
  facts: Fact[]
  rule: string
  toVerify: boolean
  /** Null for who may not know who has voted. */
  electors: ElectorModel[] | null
  /** Names of the electors, for who may not know who has voted. */
  names: string[]
  recused: { name: string; reason: string }[]
  /** Null while hidden from this person. */
  counts: { label: string; count: number }[] | null
  standing: string | null
  hidden: string | null
}

export type EarlierRound = { round: number; text: string }

export type JournalLine = { rank: number; at: string; sentence: string }

/** Everything that one person may see of one file now; nothing else reaches the browser. */
export type FileModel = {
  id: string
  rev: number
  reference: string
  title: string
  kind: string
  state: State
  stateLabel: string
  since: string
  holder: string | null
  expected: string
  recused: string | null
  organisation: Fact[]
  representative: Fact[]
  contact: Fact[]
  motivation: string | null
  checks: Check[]
  signature: SignatureModel | null
  requests: RequestModel[]
  attachments: AttachmentModel[]
  mails: MailModel[]
  /** Other files of the organisation, and its records as a member. */
  earlier: Line[]
  /** Null where this person may not read them. */
  notes: NoteModel[] | null
  conversation: MessageModel[]
  round: RoundModel | null
  earlierRounds: EarlierRound[]
  decision: Fact[]
  journal: JournalLine[]
  actions: ActionGroups
}
