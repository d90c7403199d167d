import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childrenOf, DEEPEST, storeys, treeOf, type Leaf } from './tree.ts'

const leaf = (id: string, parent: string | null = null): Leaf => ({ id, slug: `page-${id}`, parent, title: id })

describe('the tree of pages', () => {
  it('gives a page the address of those above it and its own', () => {
    const tree = treeOf([leaf('c', 'b'), leaf('a'), leaf('b', 'a')])
    expect(tree.get('c')?.path).toBe('page-a/page-b/page-c')
    expect(tree.get('c')?.trail.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(childrenOf(tree, 'a').map(({ id }) => id)).toEqual(['b'])
  })

  it('has no place for what hangs on nothing, on itself, or too deep', () => {
    expect([...treeOf([leaf('a', 'gone'), leaf('b', 'c'), leaf('c', 'b'), leaf('d', 'd')]).keys()]).toEqual([])
    const deep = ['1', '2', '3', '4', '5'].map((id, index) => leaf(id, index === 0 ? null : String(index)))
    expect([...treeOf(deep).keys()]).toEqual(['1', '2', '3', '4'])
    expect(storeys('1', deep)).toBe(5)
    expect(storeys('b', [leaf('b', 'c'), leaf('c', 'b')])).toBe(2)
  })

  it('ends for any pages, and never gives two of them one address', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...ids)), { minLength: 6, maxLength: 6 }), (parents) => {
        const tree = treeOf(ids.map((id, index) => leaf(id, parents[index])))
        const paths = [...tree.values()].map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
        for (const { path, trail } of tree.values()) {
          expect(path.split('/')).toHaveLength(trail.length + 1)
          expect(trail.length).toBeLessThan(DEEPEST)
        }
      }),
    )
  })
})
