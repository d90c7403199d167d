import { Fragment, type ReactElement, type ReactNode } from 'react'
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
}

/** A rich text as HTML. The page has its own first-level heading, so the text's headings begin at the second. */
export function RichText({ content, resolveLink }: Props): ReactElement {
  return <>{blocksOf(readLexical(content), resolveLink ?? (() => null))}</>
}

function blocksOf(blocks: readonly Block[], resolve: ResolveLink): ReactNode {
  return blocks.map((block, index) => <Fragment key={index}>{blockOf(block, resolve)}</Fragment>)
}

function blockOf(block: Block, resolve: ResolveLink): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlineOf(block.children, resolve)}</p>
    case 'quote':
      return (
        <blockquote>
          <p>{inlineOf(block.children, resolve)}</p>
        </blockquote>
      )
    case 'heading': {
      const Heading = (['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const)[block.level - 1] ?? 'h2'
      return <Heading>{inlineOf(block.children, resolve)}</Heading>
    }
    case 'rule':
      return <hr />
    case 'upload':
      return <Picture media={block.value} caption={block.caption} />
    case 'table':
      return tableOf(block.rows, resolve)
    case 'list':
      return listOf(block, resolve)
  }
}

/** A table that is wider than its page is moved within it, by the keyboard too. */
function tableOf(rows: readonly (readonly Cell[])[], resolve: ResolveLink): ReactElement {
  const isHead = (cells: readonly Cell[]): boolean => cells.every(({ scope }) => scope === 'col')
  const [first, ...others] = rows
  const headed = first !== undefined && isHead(first)
  return (
    <div className="wide" role="region" aria-label={TABLE} tabIndex={0}>
      <table>
        {headed && <thead>{rowOf(first, resolve)}</thead>}
        <tbody>
          {(headed ? others : rows).map((cells, index) => (
            <Fragment key={index}>{rowOf(cells, resolve)}</Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function rowOf(cells: readonly Cell[], resolve: ResolveLink): ReactElement {
  return (
    <tr>
      {cells.map(({ scope, blocks }, index) =>
        scope ? (
          <th key={index} scope={scope}>
            {blocksOf(blocks, resolve)}
          </th>
        ) : (
          <td key={index}>{blocksOf(blocks, resolve)}</td>
        ),
      )}
    </tr>
  )
}

function listOf(list: List, resolve: ResolveLink): ReactElement {
  const items = list.items.map((item, index) => (
    <li key={index}>
      {item.checked === undefined ? null : item.checked ? '[x] ' : '[ ] '}
      {inlineOf(item.children, resolve)}
      {blocksOf(item.lists, resolve)}
    </li>
  ))
  return list.ordered ? <ol start={list.start === 1 ? undefined : list.start}>{items}</ol> : <ul>{items}</ul>
}

function inlineOf(nodes: readonly Inline[], resolve: ResolveLink): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{runOf(node, resolve)}</Fragment>)
}

function runOf(node: Inline, resolve: ResolveLink): ReactNode {
  switch (node.type) {
    case 'text':
      return node.marks.reduceRight<ReactNode>((inner, mark) => marked(mark, inner), node.text)
    case 'break':
      return <br />
    case 'link': {
      const href = hrefOf(node.target, resolve)
      const words = inlineOf(node.children, resolve)
      return href === null ? words : <a href={href}>{words}</a>
    }
  }
}

function hrefOf(target: LinkTarget, resolve: ResolveLink): string | null {
  return safeHref('url' in target ? target.url : resolve(target))
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
