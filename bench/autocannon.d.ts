/** What is used here of autocannon, which comes without types. */
declare module 'autocannon' {
  type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  type Options = {
    url: string
    connections: number
    /** Seconds. */
    duration?: number
    /** Requests, in place of a duration. */
    amount?: number
    method?: string
    headers?: Record<string, string>
    requests?: { setupRequest: (request: Sent) => Sent }[]
  }
  type Result = {
    requests: { total: number }
    /** Seconds. */
    duration: number
    /** Milliseconds. */
    latency: { p50: number; p99: number }
    non2xx: number
    errors: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
