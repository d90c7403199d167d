type Failure = Error & { code?: unknown; responseCode?: unknown; response?: unknown; command?: unknown }

/** A recipient's address that no mail server could be asked about. */
export class RecipientError extends Error {
  readonly code = 'bad-recipient'

  constructor() {
    super('The recipient is not one single e-mail address')
    this.name = 'RecipientError'
  }
}

/** A sending that took longer than it may. */
export class DeliveryTimeout extends Error {
  readonly code = 'ETIMEDOUT'

  constructor(milliseconds: number, what: string) {
    super(`${what} took more than ${milliseconds / 1000} s`)
    this.name = 'DeliveryTimeout'
  }
}

/**
 * Whether trying the same e-mail again is useless: the server refused this recipient or this message for good
 * (5xx after RCPT TO or after the data, RFC 5321 §4.2.1). Everything else may pass later; so too a 5xx that
 * speaks of the sender's rights (530, 535, 538, or an enhanced code 5.7.x, RFC 3463), which somebody mends in
 * the settings: one wrong password must not write off every e-mail owed.
 */
export function isPermanent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, responseCode, response, command }: Failure = error
  if (code === 'bad-recipient') return true
  if (typeof responseCode !== 'number' || responseCode < 500 || responseCode > 599) return false
  if ([530, 535, 538].includes(responseCode) || /\b5\.7\.\d/.test(String(response))) return false
  return command === 'RCPT TO' || command === 'DATA'
}
