/** A page as the tree needs it; `segment` is its part of an address where that is not its slug. */
export type Leaf = {
  id: string
  slug: string
  segment?: string | null
  parent?: string | { id: string } | null
  title?: string | null
  updatedAt?: string
}

/** A page at its place: its path is the segments from the top down to its own. */
export type Placed = {
  id: string
  slug: string
  segment: string
  path: string
  title: string | null
  updatedAt: string /** From the top to the page above. */
  trail: readonly Placed[]
}

export type PageTree = ReadonlyMap<string, Placed>

/** Deeper, an address says nothing more. */
export const DEEPEST = 4

/** The id of the page above, whether it was read with it or not; null at the top. */
export const parentOf = ({ parent }: Pick<Leaf, 'parent'>): string | null =>
  typeof parent === 'string' ? parent : (parent?.id ?? null)

/**
 * Places pages below one another. What hangs on a page that is not among them has no place, nor has what two
 * simultaneous changes put below itself, nor what is deeper than {@link DEEPEST}.
 */
export function treeOf(leaves: readonly Leaf[]): PageTree {
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]))
  const placed = new Map<string, Placed>()
  for (const leaf of leaves) {
    const line = lineOf(leaf, byId)
    if (line) place(line, placed)
  }
  return placed
}

/** A page and those above it, from the top; null where the line leads nowhere. */
function lineOf(leaf: Leaf, byId: ReadonlyMap<string, Leaf>): Leaf[] | null {
  const line = [leaf]
  for (let above = parentOf(leaf); above !== null; above = parentOf(line[0] ?? leaf)) {
    const next = byId.get(above)
    if (!next || line.length === DEEPEST) return null
    line.unshift(next)
  }
  return line
}

function place(line: readonly Leaf[], placed: Map<string, Placed>): void {
  const trail: Placed[] = []
  for (const { id, slug, title, updatedAt, segment: own } of line) {
    const segment = own || slug
    const here = placed.get(id) ?? {
      id,
      slug,
      segment,
      path: [...trail.map((each) => each.segment), segment].join('/'),
      title: title || null,
      updatedAt: updatedAt ?? '',
      trail: [...trail],
    }
    placed.set(id, here)
    trail.push(here)
  }
}

/** How many storeys a page and what hangs on it have: 1 for a page alone. */
export function storeys(id: string, leaves: readonly Leaf[], seen: ReadonlySet<string> = new Set()): number {
  if (seen.has(id)) return 0
  const below = leaves.filter((leaf) => parentOf(leaf) === id)
  return 1 + Math.max(0, ...below.map((leaf) => storeys(leaf.id, leaves, new Set([...seen, id]))))
}

/** The pages right below a page, in the order given. */
export const childrenOf = (tree: PageTree, id: string): Placed[] =>
  [...tree.values()].filter(({ trail }) => trail.at(-1)?.id === id)

/** The page that stands at an address. */
export const placeAt = (tree: PageTree, path: string): Placed | undefined =>
  [...tree.values()].find((each) => each.path === path)
