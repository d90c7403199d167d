type Failure = Error & { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown }

/** A recipient's address that no mail server could be asked about. */
export class RecipientError extends Error {
  readonly code = 'bad-recipient'

  constructor() {
    super('The recipient is not one single e-mail address')
    this.name = 'RecipientError'
  }
}

/** A sending, or the way to the server, that took longer than it may. */
export class DeliveryTimeout extends Error {
  readonly code: 'ETIMEDOUT' | 'ECONNECT'

  constructor(milliseconds: number, what: 'Sending' | 'Connecting to the mail server') {
    super(`${what} took more than ${milliseconds / 1000} s`)
    this.name = 'DeliveryTimeout'
    this.code = what === 'Sending' ? 'ETIMEDOUT' : 'ECONNECT'
  }
}

/** A sending that was cut because the process ends. */
export class DeliveryInterrupted extends Error {
  readonly code = 'interrupted'

  constructor() {
    super('The server stopped while this e-mail was on its way')
    this.name = 'DeliveryInterrupted'
  }
}

/** Enhanced codes that say that there is no such mailbox (RFC 3463, 3.2). */
const NO_SUCH_MAILBOX = /\b5\.1\.(?:0|1|2|3|6|10)\b/

const ENHANCED = /\b[245]\.\d{1,3}\.\d{1,3}\b/

/** “No such mailbox” in the words of servers that give no enhanced code. */
const NO_SUCH_MAILBOX_SAID =
  /no such (?:user|mailbox|recipient|address|person)|(?:user|mailbox|recipient|address|account)\b[^.;]{0,40}\b(?:unknown|not found|does(?: not|n['’]t) exist|not exist|no longer|invalid|disabled|inactive)|(?:unknown|invalid|nonexistent) (?:user|mailbox|recipient|address|account|local part)|no mailbox here|mailbox name not allowed|not a valid (?:user|mailbox|recipient|address)/i

/**
 * Whether trying the same e-mail again is useless: the server said of this recipient that there is no such mailbox
 * (RFC 3463: 5.1.0, 5.1.1, 5.1.2, 5.1.3, 5.1.6, 5.1.10; without an enhanced code, in words). Everything else may pass: a full
 * mailbox, a route, a policy, too many messages, “transaction failed”, a wrong password of ours.
 */
export function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, responseCode, response, command }: Failure = error
  if (code === 'bad-recipient') return true
  if (typeof responseCode !== 'number' || responseCode < 500 || responseCode > 599) return false
  if (command !== 'RCPT TO' && command !== 'DATA') return false
  const text = typeof response === 'string' && response !== '' ? response : error.message
  const [enhanced] = ENHANCED.exec(text) ?? []
  return enhanced === undefined ? NO_SUCH_MAILBOX_SAID.test(text) : NO_SUCH_MAILBOX.test(enhanced)
}

/** Errors by which a connection fails before any e-mail is offered. */
const NOT_THERE: ReadonlySet<unknown> = new Set([
  'ECONNECT',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
])

/**
 * Whether a failure says nothing of the e-mail: the server could not be reached, did not greet, did not let us in, or sent
 * us away (421). Once one e-mail gets through, all that waits for the server may leave. A silence later than that may be
 * about this very e-mail.
 */
export function isOfServer(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, responseCode, message }: Failure = error
  return responseCode === 421 || NOT_THERE.has(code) || message === 'Greeting never received'
}
