/** Headers under which the front door hands on what it knows; stripped from what comes from outside. */
export const IP_HEADER = 'x-cpof-ip'
export const REQUEST_ID_HEADER = 'x-cpof-request-id'

/** The caller of a request, as evidence and the journal keep them. */
export type Client = { ip: string | null; userAgent: string | null; requestId: string | null }

/** The token of a link, as a request shows it: `Authorization: Link <token>`. */
export const linkIn = (headers: Pick<Headers, 'get'>): string | null =>
  /^Link +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null

/** The caller's address (from a believed proxy only), user agent and the request's number. */
export function clientOf({ headers }: { headers: Pick<Headers, 'get'> }): Client {
  return {
    ip: headers.get(IP_HEADER),
    userAgent: headers.get('user-agent')?.slice(0, 500) ?? null,
    requestId: headers.get(REQUEST_ID_HEADER),
  }
}
