import path from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

/** The rules that need no types, as they stand: the files named here need not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked }],
})

const rulesBrokenBy = async (file: string, code: string): Promise<(string | null)[]> => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(root, file) })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

const imports = (what: string) => `import thing from '${what}'\nexport const use = thing`

const refused: [file: string, code: string, rule: string][] = [
  ['src/adhesion/submit.ts', imports('express'), 'no-restricted-imports'],
  ['src/adhesion/submit.ts', imports('next/headers'), 'no-restricted-imports'],
  ['src/deliberation/tally.ts', imports('react'), 'no-restricted-imports'],
  ['src/record/journal.ts', imports('@payloadcms/ui'), 'no-restricted-imports'],
  ['src/site/page.tsx', imports('next/link'), 'no-restricted-imports'],
  ['collections/pages.ts', imports('@payloadcms/next/views'), 'no-restricted-imports'],
  ['src/server/express.ts', imports('next/headers'), 'no-restricted-imports'],
  ['src/api/gate.ts', "import { env } from 'node:process'\nexport const use = env", 'no-restricted-imports'],
  ['src/api/gate.ts', 'export const use = process.env.PORT', 'no-restricted-properties'],
  ['src/api/gate.ts', 'export const { env } = process', 'no-restricted-properties'],
  ['src/lib/clock.ts', imports('../adhesion/states.ts'), 'cpof/rooms'],
  ['src/record/journal.ts', imports('../adhesion/states.ts'), 'cpof/rooms'],
  ['src/record/deep/journal.ts', imports('../../adhesion/states.ts'), 'cpof/rooms'],
  ['src/record/journal.ts', "export * from '../adhesion/states.ts'", 'cpof/rooms'],
  ['src/record/journal.ts', "export const late = () => import('../adhesion/states.ts')", 'cpof/rooms'],
  ['src/record/journal.ts', "import type { State } from '../adhesion/states.ts'\nexport type S = State", 'cpof/rooms'],
  ['src/charter/sign.ts', imports('../governance/mandates.ts'), 'cpof/rooms'],
  ['src/governance/mandates.ts', imports('../deliberation/tally.ts'), 'cpof/rooms'],
  ['src/deliberation/tally.ts', imports('../membership/create.ts'), 'cpof/rooms'],
  ['src/deliberation/tally.ts', imports('../adhesion/submit.ts'), 'cpof/rooms'],
  ['src/publications/approve.ts', imports('../adhesion/submit.ts'), 'cpof/rooms'],
  ['src/adhesion/submit.ts', imports('../publications/approve.ts'), 'cpof/rooms'],
  ['src/adhesion/submit.ts', imports('../mail/receipt.tsx'), 'cpof/rooms'],
  ['src/lib/clock.ts', "import type { MailData } from '../mail/catalogue.ts'\nexport type M = MailData", 'cpof/rooms'],
  ['src/adhesion/submit.ts', imports('../../collections/adhesions.ts'), 'cpof/rooms'],
  ['src/mail/receipt.tsx', imports('../record/messages.ts'), 'cpof/rooms'],
  ['hooks/freeze.ts', imports('../src/site/page.tsx'), 'cpof/rooms'],
  ['collections/events.ts', imports('../src/site/kinds/events/routes.tsx'), 'cpof/rooms'],
  ['src/site/kinds/events/kind.ts', imports('./routes.tsx'), 'cpof/rooms'],
  ['src/content/pages/place.ts', imports('../../site/kinds/events/kind.ts'), 'cpof/rooms'],
  ['src/site/kinds/events/kind.ts', imports('react'), 'no-restricted-imports'],
  ['src/lib/clock.ts', imports('./dates'), 'cpof/rooms'],
  ['src/accounts/mailed-code.ts', "export { oweMessage } from '../record/messages.ts'", 'no-restricted-imports'],
  ['hooks/invite.ts', "export { notice } from '../src/record/notice.ts'", 'no-restricted-imports'],
  ['src/lib/clock.ts', "console.log('x')", 'no-console'],
  ['src/lib/clock.ts', 'export const use = (a: any) => a', '@typescript-eslint/no-explicit-any'],
  ['src/lib/clock.ts', 'export const use = (a?: string) => a!.length', '@typescript-eslint/no-non-null-assertion'],
  ['src/lib/clock.ts', 'export const use = (a: string) => a as unknown as number', 'no-restricted-syntax'],
  ['src/lib/clock.ts', '// @ts-expect-error\nexport const use = 1', '@typescript-eslint/ban-ts-comment'],
  ['tests/integration/x.test.ts', "it.skip('waits', () => undefined)", 'no-restricted-syntax'],
  ['src/lib/clock.test.ts', "describe.only('it', () => undefined)", 'no-restricted-syntax'],
]

const accepted: [file: string, code: string][] = [
  ['src/adhesion/submit.ts', imports('../deliberation/tally.ts')],
  ['src/deliberation/tally.ts', imports('../governance/rule.ts')],
  ['src/membership/create.ts', imports('../deliberation/tally.ts')],
  ['src/adhesion/submit.ts', imports('payload')],
  ['src/publications/approve.ts', imports('../governance/mandates.ts')],
  ['src/record/messages.ts', "import type { MailData } from '../mail/catalogue.ts'\nexport type M = MailData"],
  ['src/api/gate.ts', imports('../adhesion/submit.ts')],
  ['src/server/main.ts', imports('next')],
  ['src/admin/file-view.tsx', imports('@payloadcms/next/views')],
  ['src/mail/receipt.tsx', imports('react')],
  ['src/env.ts', 'export const use = process.env.PORT'],
  ['collections/adhesions.ts', imports('../src/adhesion/lifecycle/states.ts')],
  ['collections/events.ts', imports('../src/site/kinds/events/kind.ts')],
  ['access/events.ts', imports('../src/site/kinds/events/kind.ts')],
  ['src/site/kinds/events/routes.tsx', imports('./kind.ts')],
  ['tests/integration/x.test.ts', imports('../../src/adhesion/submit.ts')],
]

describe('the linter holds the order of the house', { timeout: 30_000 }, () => {
  it.each(refused)('%s may not hold: %s', async (file, code, rule) => {
    expect(await rulesBrokenBy(file, code)).toContain(rule)
  })

  it.each(accepted)('%s may hold: %s', async (file, code) => {
    expect(await rulesBrokenBy(file, code)).toEqual([])
  })
})
