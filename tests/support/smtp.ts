import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'

import { startMailbox } from '../../src/mailbox/mailbox.ts'
import { listMails, type OpenedMail, readMail } from '../../src/mailbox/store.ts'

/** A real mail server that a test looks into. */
export type TestMailbox = {
  /** For `SMTP_URL`. */
  url: string
  /** Every e-mail that arrived, the newest first. */
  all: () => Promise<OpenedMail[]>
  /** Waits until an e-mail with such a subject has arrived for this address. */
  mailTo: (address: string, subject: RegExp) => Promise<OpenedMail>
  close: () => Promise<void>
}

/** Starts one on a free port; its folder goes with {@link TestMailbox.close}. */
export async function startTestMailbox(): Promise<TestMailbox> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cpof-mails-'))
  const mailbox = await startMailbox({ port: 0, folder })
  const all = async () => {
    const opened = await Promise.all((await listMails(folder)).map(({ id }) => readMail(folder, id)))
    return opened.filter((mail) => mail !== null)
  }
  return {
    url: mailbox.url,
    all,
    mailTo: (address, subject) =>
      vi.waitFor(
        async () => {
          const mails = await all()
          const found = mails.find((mail) => mail.to.includes(address) && subject.test(mail.subject))
          if (found) return found
          throw new Error(
            `No ${String(subject)} for ${address} among: ${mails.map(({ to, subject }) => `${to}, ${subject}`).join('; ')}`,
          )
        },
        { timeout: 15_000, interval: 50 },
      ),
    close: async () => {
      await mailbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
