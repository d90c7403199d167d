import { IncomingMessage } from 'node:http'

/** A request whose body was read, with its body to be read once more. */
export function replayed(req: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(req.socket)
  again.method = req.method
  again.url = req.url
  again.httpVersion = req.httpVersion
  again.httpVersionMajor = req.httpVersionMajor
  again.httpVersionMinor = req.httpVersionMinor
  again.rawHeaders = req.rawHeaders
  Object.defineProperty(again, 'headers', { value: req.headers, configurable: true, writable: true })
  // Complete: else the connection would be cut when it has been read.
  again.complete = true
  again.push(body)
  again.push(null)
  return again
}
