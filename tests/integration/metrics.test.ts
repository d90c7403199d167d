import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../support/free-port.mjs'
import { unitOfWork } from '../../src/db/unit-of-work.ts'
import { readEnv } from '../../src/env.ts'
import { startSender } from '../../src/jobs/sender.ts'
import { runDue } from '../../src/jobs/timers.ts'
import { createTransport } from '../../src/mail/transport.ts'
import { oweMessage } from '../../src/record/messages.ts'
import { listenForMetrics, metricsOf } from '../../src/server/metrics.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { startTestMailbox } from '../support/smtp.ts'

const TOKEN = 'a-token-for-the-tests-of-the-metrics'

describe('metrics for Prometheus', () => {
  let app: TestApp
  let door: TestDoor

  const scrape = (headers: Record<string, string> = { Authorization: `Bearer ${TOKEN}` }) =>
    fetch(`${door.url}/metrics`, { headers })
  /** The value of a line of the text format (a name with its labels). */
  const valueOf = (text: string, line: string): number | null => {
    const found = text.split('\n').find((each) => each.startsWith(`${line} `))
    return found === undefined ? null : Number(found.slice(line.length + 1))
  }

  beforeAll(async () => {
    app = await startApp()
    door = await openDoor(
      app,
      { METRICS_TOKEN: TOKEN },
      { metrics: metricsOf({ payload: app.payload, version: '9.9.9' }) },
    )
  })

  afterAll(async () => {
    await door.close()
    await app.stop()
  })

  it('are there for who shows the token, and no such address for anybody else', async () => {
    expect((await scrape()).status).toBe(200)
    const wrong: Record<string, string>[] = [
      {},
      { Authorization: 'Bearer wrong' },
      { Authorization: `Basic ${TOKEN}` },
      { Authorization: `Bearer ${TOKEN}x` },
    ]
    for (const headers of wrong) {
      expect((await scrape(headers)).status).toBe(404)
    }
  })

  it('count requests by pattern, never by address', async () => {
    await fetch(`${door.url}/api/adhesions/a-secret-id`)
    const text = await (await scrape()).text()
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/adhesions\/:id",status="\d+"\} 1/,
    )
    expect(text).not.toContain('a-secret-id')
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    expect(valueOf(text, `cpof_build_info{version="9.9.9",database="${app.payload.db.name}"}`)).toBe(1)
  })

  it('tell how many e-mails wait, for how long, and how many were given up', async () => {
    const common = {
      template: 'receipt',
      recipient: 'a@b.example',
      recipientKey: 'a@b.example',
      data: {},
      links: {},
      attempts: 0,
    } as const
    const owe = (key: string, status: 'owed' | 'failed', secondsAgo: number) =>
      app.payload.db.create({
        collection: 'messages',
        data: {
          ...common,
          key,
          subject: 'adhesion:none',
          domain: 'b.example',
          status,
          notBefore: new Date(Date.now() - secondsAgo * 1000).toISOString(),
        },
      })
    await owe('old', 'owed', 7_200)
    await owe('new', 'owed', 1)
    await owe('later', 'owed', -7_200)
    await owe('gone', 'failed', 7_200)
    const text = await (await scrape()).text()
    expect(valueOf(text, 'cpof_outbox_owed')).toBe(3)
    expect(valueOf(text, 'cpof_outbox_failed')).toBe(1)
    expect(valueOf(text, 'cpof_outbox_oldest_seconds')).toBeGreaterThanOrEqual(7_200)
    expect(valueOf(text, 'cpof_outbox_oldest_seconds')).toBeLessThan(7_500)
  })

  it('tell when each task last ended well, and how often one failed', async () => {
    const begun = Date.now() / 1000
    await runDue(app.payload, [
      { name: 'works', run: async () => 1 },
      { name: 'works-not', run: () => Promise.reject(new Error('on purpose')) },
    ])
    const text = await (await scrape()).text()
    expect(valueOf(text, 'cpof_timer_runs_total{task="works"}')).toBe(1)
    expect(valueOf(text, 'cpof_timer_failures_total{task="works-not"}')).toBe(1)
    expect(valueOf(text, 'cpof_timer_last_run_timestamp_seconds{task="works"}')).toBeGreaterThanOrEqual(
      Math.floor(begun),
    )
    expect(valueOf(text, 'cpof_timer_last_run_timestamp_seconds{task="works-not"}')).toBeNull()
  })

  it('tell how many e-mails left, and how many attempts failed, by template', async () => {
    await app.payload.db.deleteMany({ collection: 'messages', where: {} })
    const sent = 'cpof_emails_sent_total{template="outcome-recorded"}'
    const failed = 'cpof_email_attempts_failed_total{template="outcome-recorded"}'
    const before = await (await scrape()).text()
    expect([valueOf(before, sent), valueOf(before, failed)]).toEqual([null, null])

    const refusing = createServer((socket) => socket.end('554 5.7.1 refused on purpose\r\n')).listen(0, '127.0.0.1')
    await once(refusing, 'listening')
    const address = refusing.address()
    const mailbox = await startTestMailbox()
    const send = (url: string, instance: string) =>
      startSender({
        payload: app.payload,
        transport: createTransport(url, 'CPOF <a@cpof.example>'),
        instance,
        interval: 50,
      })
    const stored = async () =>
      (await app.payload.find({ collection: 'messages', limit: 1, depth: 0, overrideAccess: true })).docs[0]
    await unitOfWork(app.payload, (unit) =>
      oweMessage(unit, {
        subject: 'test:counted',
        template: 'outcome-recorded',
        key: ['counted'],
        recipient: 'secretariat@cpof.example',
        links: { panel: { path: '/admin/collections/adhesions/7' } },
        data: {
          reference: 'CPOF-2026-000007',
          organisation: 'Atelier des Rives',
          body: 'Bureau',
          outcome: 'validated',
          decidedOn: '2026-11-20',
          recipient: 'secretariat',
        },
      }),
    )
    const inVain = send(`smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, 'in-vain')
    await vi.waitUntil(async () => (await stored())?.lastError, { timeout: 15_000, interval: 50 })
    await inVain.stop()
    refusing.close()
    expect(valueOf(await (await scrape()).text(), sent)).toBeNull()

    await app.payload.db.updateMany({
      collection: 'messages',
      where: {},
      data: { notBefore: new Date().toISOString() },
    })
    const well = send(mailbox.url, 'well')
    await vi.waitUntil(async () => (await stored())?.status === 'sent', { timeout: 15_000, interval: 50 })
    await well.stop()
    await mailbox.close()
    const text = await (await scrape()).text()
    expect([valueOf(text, sent), valueOf(text, failed)]).toEqual([1, 1])
  })

  it('have a port of their own where one is given', async () => {
    const port = await freePort()
    const close = await listenForMetrics(
      metricsOf({ payload: app.payload, version: '9.9.9' }),
      readEnv({ ...process.env, METRICS_PORT: String(port), HOST: '127.0.0.1' }),
    )
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
    await close()
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow()
  })
})
