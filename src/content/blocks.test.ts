import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const root = path.resolve(folder, '../..')
const kinds = path.join(folder, 'page-block.ts')

/** What the compiler says of a file when `page-block.ts` is another one. */
function issuesOf(file: string, change: (kindsAsTheyStand: string) => string): string[] {
  const read = (name: string) => ts.sys.readFile(name)
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), read) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const host = ts.createCompilerHost({ ...options, incremental: false })
  host.readFile = (name) => (path.resolve(name) === kinds ? change(read(name) ?? '') : read(name))
  const program = ts.createProgram([file], { ...options, incremental: false, tsBuildInfoFile: undefined }, host)
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

const withTestimonials = (text: string) =>
  text.replace('  | OpeningBlock\n', "  | OpeningBlock\n  | { blockType: 'testimonials'; title?: Text }\n")

describe('a block of the pages', { timeout: 120_000 }, () => {
  const views = path.join(folder, 'blocks.tsx')

  it('compiles with a view of its own', () => {
    expect(issuesOf(views, (text) => text)).toEqual([])
  })

  it('does not compile without one', () => {
    expect(issuesOf(views, withTestimonials)).toEqual([expect.stringMatching(/'testimonials' is missing/)])
  })

  it('does not compile before it is said what of it can be searched', () => {
    expect(issuesOf(path.join(folder, 'page-words.ts'), withTestimonials)).not.toEqual([])
  })
})
