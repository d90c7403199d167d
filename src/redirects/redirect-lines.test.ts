import { expect, it } from 'vitest'
import { redirectLinesIn } from './redirect-lines.ts'

it('reads the lines of a file, whatever parts its columns and in whichever order they stand', () => {
  const read = [
    { line: 2, from: '/a', to: '/b', elsewhere: false },
    { line: 4, from: '/c', to: 'https://autre.example/d', elsewhere: true },
  ]
  expect(redirectLinesIn('from,to,elsewhere\n/a,/b,\n\n/c,https://autre.example/d,true\n')).toEqual(read)
  expect(redirectLinesIn('\ufeffTo;From;Elsewhere\r\n/b;/a\r\n\r\n"https://autre.example/d";/c;oui\r\n')).toEqual(read)
})

it('refuses what is no such file', () => {
  const codeOf = (source: string) => {
    try {
      redirectLinesIn(source)
      return 'read'
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }
  for (const source of ['', '/a,/b\n', 'from\n/a', 'from,to,to\n', 'from,to,page\n'])
    expect([source, codeOf(source)]).toEqual([source, 'csv-heads'])
  expect(codeOf('from,to\n"/a,/b')).toBe('not-csv')
  expect(codeOf(`from,to\n${'/a,/b\n'.repeat(1_001)}`)).toBe('invalid')
})
