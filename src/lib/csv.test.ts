import { expect, it } from 'vitest'
import { csvLines } from './csv.ts'

it.each([
  [null, ''],
  ['a', 'a'],
  ['a,b', '"a,b"'],
  ['une\nligne', '"une\nligne"'],
  ['-1', "'-1"],
  ['=SOMME(A1)', "'=SOMME(A1)"],
  ['+33 1', "'+33 1"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['@x "y"', `"'@x ""y"""`],
])('writes %j as %s', (value, written) => expect(csvLines([[value, 'z']])).toBe(`${written},z\r\n`))
