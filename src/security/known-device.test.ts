import { expect, it } from 'vitest'
import { deviceCookie, knowsAddress, readDevice, rememberAccount } from './known-device.ts'

const key = 'a key of tests'

it('is known by its cookie for the accounts that signed in with it, and for no other', () => {
  const device = rememberAccount(key, rememberAccount(key, null, 'one'), 'two')
  const read = readDevice(key, deviceCookie(key, device))
  expect(read).toEqual(device)
  expect(['one', 'two', 'three'].map((account) => knowsAddress(key, read, account))).toEqual([true, true, false])
})

it('is not known by a cookie that was made elsewhere or changed', () => {
  const [id = '', accounts = '', mac = ''] = deviceCookie(key, rememberAccount(key, null, 'one')).split('.')
  const other = rememberAccount(key, null, 'two').accounts[0] ?? ''
  for (const cookie of [
    null,
    '',
    'x',
    `${id}.${other}.${mac}`,
    `${id}..${mac}`,
    deviceCookie('another key', { id, accounts: [accounts] }),
  ])
    expect(readDevice(key, cookie)).toBeNull()
})

it('remembers the latest accounts, not all there ever were', () => {
  let device = rememberAccount(key, null, 'first')
  for (let each = 0; each < 20; each += 1) device = rememberAccount(key, device, `account ${each}`)
  expect([device.accounts.length, knowsAddress(key, device, 'first'), knowsAddress(key, device, 'account 19')]).toEqual(
    [6, false, true],
  )
  expect(readDevice(key, deviceCookie(key, device))).toEqual(device)
})
