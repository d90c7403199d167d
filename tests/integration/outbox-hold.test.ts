import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readQueues } from '../../src/admin/queues/read-queues.ts'
import { readerFor } from '../../src/admin/reader.ts'
import { startSender } from '../../src/jobs/sender.ts'
import { createTransport } from '../../src/mail/transport.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied } from '../support/applications.ts'
import { adoptCharter, staffUser } from '../support/factories.ts'
import { owed } from '../support/outbox.ts'
import { startTestMailbox, type TestMailbox } from '../support/smtp.ts'

let app: TestApp
let mailbox: TestMailbox

beforeAll(async () => {
  app = await startApp({ MAIL: 'hold', LOG_LEVEL: 'silent' })
  mailbox = await startTestMailbox()
})
afterAll(async () => {
  await mailbox.close()
  await app.stop()
})

it('lets nothing leave with MAIL=hold, says so, and keeps what is owed', async () => {
  const { payload } = app
  await adoptCharter(payload)
  const { id } = await applied(app)
  const warned = vi.spyOn(payload.logger, 'warn')
  const looked = vi.spyOn(payload, 'find')
  const sender = startSender({
    payload,
    transport: createTransport(mailbox.url, 'CPOF <a@cpof.example>'),
    instance: 'held',
    interval: 20,
  })
  for (let poked = 0; poked < 5; poked += 1) sender.poke()
  await sender.stop()
  expect(looked).not.toHaveBeenCalled()
  expect(await mailbox.all()).toEqual([])
  expect((await owed(payload, { adhesion: id })).map(({ status, attempts }) => [status, attempts])).toEqual([
    ['owed', 0],
    ['owed', 0],
  ])
  expect(warned).toHaveBeenCalledExactlyOnceWith({ msg: expect.stringContaining('MAIL=hold') })
  vi.restoreAllMocks()
  const reader = await readerFor(payload, { ...(await staffUser(payload)), collection: 'users' as const })
  expect(reader && (await readQueues(reader))?.mailHeld).toBe(true)
})
