import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

import { rooms } from './scripts/lint/rooms.js'

const sources = ['**/*.{ts,tsx}']
const tests = ['**/*.test.{ts,tsx}', 'tests/**', 'bench/**']

/** Rooms that know neither how they are reached nor how they are shown. */
const domain = [
  'lib',
  'db',
  'record',
  'security',
  'organisation',
  'charter',
  'governance',
  'deliberation',
  'accounts',
  'publications',
  'membership',
  'adhesion',
  'contact',
  'scheduling',
]

/** @param {string} group @param {string} message */
const never = (group, message) => ({ regex: group, message })
const noNext = never('^(next|@payloadcms/next)(/|$)', 'Next serves the admin panel only: src/app and src/admin.')
const noFramework = never(
  '^(express|next|react|react-dom|@payloadcms/next|@payloadcms/ui)(/|$)',
  'The domain knows neither how it is reached nor how it is shown.',
)
/** What is owed by a row says when it leaves and to whom; the documentation is made from the rows. */
const noOtherMail = {
  regex: 'record/(messages|notice)\\.ts$',
  importNames: ['oweMessage', 'notice'],
  message: 'An e-mail is owed by its row: src/adhesion/notices.ts, src/governance/notices.ts.',
}
const noNodeProcess = { name: 'node:process', importNames: ['env'], message: 'Settings are read in src/env.ts.' }

/** @param {ReturnType<typeof never>[]} patterns */
const noImports = (...patterns) => ({ 'no-restricted-imports': ['error', { paths: [noNodeProcess], patterns }] })

const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: 'A cast through unknown only quiets the compiler.',
}
const halfTest = {
  selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|skipIf|runIf)$/]',
  message: 'A test runs, always.',
}

export default defineConfig(
  globalIgnores([
    'dist/',
    '**/.next/',
    'data/',
    'coverage/',
    'next-env.d.ts',
    '**/payload-types.ts',
    'src/app/(payload)/',
    'src/db/migrations/',
  ]),
  {
    files: sources,
    extends: [tseslint.configs.strict, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { cpof: { rules: { rooms } } },
    rules: {
      'cpof/rooms': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read in src/env.ts.' },
      ],
      'no-restricted-syntax': ['error', doubleCast],
      ...noImports(noNext, noOtherMail),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      // Hooks, access and endpoints are typed as promises by Payload, awaiting something or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: [...domain.map((room) => `src/${room}/**`), 'src/site/kinds/*/kind.ts'],
    rules: noImports(noFramework, noOtherMail),
  },
  { files: ['src/{adhesion,governance}/notices.ts'], rules: noImports(noFramework) },
  { files: ['src/app/**', 'src/admin/**'], rules: noImports() },
  {
    files: ['src/server/**'],
    rules: { ...noImports(never('^(next/|@payloadcms/next)', noNext.message)), 'no-console': 'off' },
  },
  // What the front door refuses of the panel's requests is what Next's own reader would not read.
  { files: ['src/server/panel/**'], rules: noImports(never('^@payloadcms/next', noNext.message)) },
  { files: ['src/env.ts', '*.config.{ts,js}'], rules: { 'no-restricted-properties': 'off', ...noImports() } },
  {
    files: tests,
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', doubleCast, halfTest],
      ...noImports(),
      'no-console': 'off',
      // What came over the wire is `any`, and so are Vitest's matchers: the assertions are what checks them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    rules: { eqeqeq: 'error' },
  },
)
