import type { PublicationKind } from './publication-kinds.ts'

type Text = string | null | undefined

export type OpeningBlock = { blockType: 'opening'; title?: Text; lead?: Text; actionLabel?: Text; actionHref?: Text }
type RichTextBlock = { blockType: 'richText'; content?: unknown }
export type ValuesBlock = { blockType: 'values'; title?: Text; items?: readonly { title?: Text; text?: Text }[] | null }
export type CommitmentsBlock = {
  blockType: 'commitments'
  title?: Text
  lead?: Text
  items?: readonly { title?: Text; text?: Text }[] | null
}
type CallToJoinBlock = {
  blockType: 'callToJoin'
  title?: Text
  text?: Text
  actionLabel?: Text
  actionHref?: Text
}
export type QuoteBlock = { blockType: 'quote'; text?: Text; author?: Text; role?: Text }
export type QuestionsBlock = {
  blockType: 'questions'
  title?: Text
  items?: readonly { question?: Text; answer?: unknown }[] | null
}
export type ImageWithTextBlock = {
  blockType: 'imageWithText'
  image?: unknown
  caption?: Text
  side?: 'start' | 'end' | null
  title?: Text
  content?: unknown
}
export type LogosBlock = {
  blockType: 'logos'
  title?: Text
  items?: readonly { image?: unknown; name?: Text; href?: Text }[] | null
}
export type FiguresBlock = { blockType: 'figures'; title?: Text; shown?: readonly FigureName[] | null }
export type GovernanceBlock = { blockType: 'governance'; title?: Text; body?: unknown }
export type LatestPublicationsBlock = { blockType: 'latestPublications'; title?: Text; kind?: PublicationKind | null }
export type ComingEventsBlock = { blockType: 'comingEvents'; title?: Text }
export type MembersBlock = { blockType: 'members'; title?: Text; kind?: 'member' | 'partner' | null; region?: Text }

/** A block of a page's `layout` as Payload stores it. A slug that is not ours is not shown. */
export type PageBlock =
  | OpeningBlock
  | RichTextBlock
  | ValuesBlock
  | CommitmentsBlock
  | CallToJoinBlock
  | QuoteBlock
  | QuestionsBlock
  | ImageWithTextBlock
  | LogosBlock
  | FiguresBlock
  | GovernanceBlock
  | MembersBlock
  | LatestPublicationsBlock
  | ComingEventsBlock

/** The figures that the site counts by itself. */
export const FIGURES = ['members', 'partners', 'regions'] as const
export type FigureName = (typeof FIGURES)[number]

export type ListedMember = {
  href: string
  name: string
  acronym: string | null
  kind: 'member' | 'partner'
  region: string | null
  place: string
}
export type SeatedBody = {
  id: string
  href: string
  name: string
  mission: string | null
  isAssembly: boolean
  holders: readonly { id: string; name: string; role: string }[]
}

/** A publication or an event as blocks announce it: its address, its name, its kind and its day in words. */
/** Something that a block announces; what begins at a moment has it shown as a leaf of a calendar. */
export type Announced = { href: string; title: string; about: string; startsAt?: string }

/** The records of today that blocks show, read before rendering. */
export type BlockData = {
  /** The day it was read, in words. */
  day: string
  figures: Readonly<Record<FigureName, number>>
  members: readonly ListedMember[]
  bodies: readonly SeatedBody[]
  /** The latest first. */
  publications: readonly (Announced & { kind: PublicationKind })[]
  /** The events to come, the next first. */
  events: readonly Announced[]
}

const SHOWING_DATA: readonly PageBlock['blockType'][] = [
  'figures',
  'governance',
  'members',
  'latestPublications',
  'comingEvents',
]

/** Whether a layout shows anything of the collections. */
export const showsData = (layout: readonly PageBlock[]): boolean =>
  layout.some(({ blockType }) => SHOWING_DATA.includes(blockType))
