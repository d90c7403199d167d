/** What cannot be kept, brought back or verified, as the sentence to show. */
export class SafekeepingRefused extends Error {
  override name = 'SafekeepingRefused'
  readonly code = 'safekeeping'
}
