import path from 'node:path'
import type { Env } from '../env.ts'
import { createTransport, type MailTransport } from '../mail/transport.ts'
import { startMailbox } from '../mailbox/mailbox.ts'

/** The folder in which the demo's own mail server keeps what arrived. */
export const mailboxFolder = (env: Pick<Env, 'DATA_DIR'>): string => path.join(env.DATA_DIR, 'mailbox')

/** How e-mails leave: by the configured server, else by one that the demo starts for itself. */
export async function outgoingMail(env: Env): Promise<{ transport: MailTransport; close: () => Promise<void> }> {
  if (env.SMTP_URL) return { transport: createTransport(env.SMTP_URL, env.MAIL_FROM), close: async () => {} }
  const mailbox = await startMailbox({ port: env.MAIL_PORT, folder: mailboxFolder(env) })
  return { transport: createTransport(mailbox.url, env.MAIL_FROM), close: () => mailbox.close() }
}
