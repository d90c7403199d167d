import { Fragment, type ReactElement, type ReactNode } from 'react'
import { anchorOf } from './anchors.ts'
import { safeHref } from './href.ts'
import {
  readLexical,
  type Block,
  type Cell,
  type Inline,
  type LinkTarget,
  type List,
  type Mark,
} from './lexical-tree.ts'
import { Picture } from './picture.tsx'

/** The address on this site of a document that a text links to, null when it may not be linked (unpublished, gone). */
export type ResolveLink = (document: { relationTo: string; value: unknown }) => string | null

/** How a table is announced where its words do not say what it is. */
const TABLE = 'Tableau'

type Props = {
  /** A rich text field as Payload stores it. */
  content: unknown
  /** Finds the addresses of documents that links name; without it such links are shown as plain words. */
  resolveLink?: ResolveLink | undefined
  /** The names that headings of the page have already: each is one of them, and is found by a link to it. */
  named?: Set<string> | undefined
}

/** A rich text as HTML. The page has its own first-level heading, so the text's headings begin at the second. */
export function RichText({ content, resolveLink, named = new Set() }: Props): ReactElement {
  return <>{blocksOf(readLexical(content), { resolve: resolveLink ?? (() => null), named })}</>
}

type Shown = { resolve: ResolveLink; named: Set<string> }

function blocksOf(blocks: readonly Block[], shown: Shown): ReactNode {
  return blocks.map((block, index) => <Fragment key={index}>{blockOf(block, shown)}</Fragment>)
}

function blockOf(block: Block, shown: Shown): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlineOf(block.children, shown)}</p>
    case 'quote':
      return (
        <blockquote>
          <p>{inlineOf(block.children, shown)}</p>
        </blockquote>
      )
    case 'heading': {
      const Heading = (['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const)[block.level - 1] ?? 'h2'
      return <Heading id={nameOf(block.children, shown)}>{inlineOf(block.children, shown)}</Heading>
    }
    case 'rule':
      return <hr />
    case 'upload':
      return <Picture media={block.value} caption={block.caption} />
    case 'table':
      return tableOf(block.rows, shown)
    case 'list':
      return listOf(block, shown)
  }
}

/** A table that is wider than its page is moved within it, by the keyboard too. */
function tableOf(rows: readonly (readonly Cell[])[], shown: Shown): ReactElement {
  const isHead = (cells: readonly Cell[]): boolean => cells.every(({ scope }) => scope === 'col')
  const [first, ...others] = rows
  const headed = first !== undefined && isHead(first)
  return (
    <div className="wide" role="region" aria-label={TABLE} tabIndex={0}>
      <table>
        {headed && <thead>{rowOf(first, shown)}</thead>}
        <tbody>
          {(headed ? others : rows).map((cells, index) => (
            <Fragment key={index}>{rowOf(cells, shown)}</Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function rowOf(cells: readonly Cell[], shown: Shown): ReactElement {
  return (
    <tr>
      {cells.map(({ scope, blocks }, index) =>
        scope ? (
          <th key={index} scope={scope}>
            {blocksOf(blocks, shown)}
          </th>
        ) : (
          <td key={index}>{blocksOf(blocks, shown)}</td>
        ),
      )}
    </tr>
  )
}

function listOf(list: List, shown: Shown): ReactElement {
  const items = list.items.map((item, index) => (
    <li key={index}>
      {item.checked === undefined ? null : item.checked ? '[x] ' : '[ ] '}
      {inlineOf(item.children, shown)}
      {blocksOf(item.lists, shown)}
    </li>
  ))
  return list.ordered ? <ol start={list.start === 1 ? undefined : list.start}>{items}</ol> : <ul>{items}</ul>
}

function inlineOf(nodes: readonly Inline[], shown: Shown): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{runOf(node, shown)}</Fragment>)
}

/** The name of a heading that no other of the page has. */
function nameOf(children: readonly Inline[], { named }: Shown): string | undefined {
  const name = anchorOf(wordsOf(children))
  if (name === null || named.has(name)) return undefined
  named.add(name)
  return name
}

const wordsOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'break' ? ' ' : wordsOf(node.children)))
    .join('')

function runOf(node: Inline, shown: Shown): ReactNode {
  switch (node.type) {
    case 'text':
      return node.marks.reduceRight<ReactNode>((inner, mark) => marked(mark, inner), node.text)
    case 'break':
      return <br />
    case 'link': {
      const href = hrefOf(node.target, shown)
      const words = inlineOf(node.children, shown)
      return href === null ? words : <a href={href}>{words}</a>
    }
  }
}

function hrefOf(target: LinkTarget, shown: Shown): string | null {
  return safeHref('url' in target ? target.url : shown.resolve(target))
}

function marked(mark: Mark, words: ReactNode): ReactElement {
  switch (mark) {
    case 'bold':
      return <strong>{words}</strong>
    case 'italic':
      return <em>{words}</em>
    case 'strike':
      return <s>{words}</s>
    case 'underline':
      return <u>{words}</u>
    case 'code':
      return <code>{words}</code>
  }
}
