import { STATUS_CODES, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { plainPage } from './plain-page.ts'

/** What is said where a request could not be read as HTTP: no route ever saw it. */
const SAID = {
  431: 'Cette adresse est trop longue pour être lue\u00a0: raccourcissez-la.',
  408: 'Votre demande n’est pas arrivée à temps\u00a0: recommencez.',
  400: 'Cette demande ne peut pas être lue.',
} as const

const STATUS_OF: Readonly<Record<string, keyof typeof SAID>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Answers what Node cannot read with a sentence, where Node itself says a number alone. */
export function answerUnread(server: Server): void {
  server.on('clientError', (error: Error & { code?: string }, socket: Duplex) => {
    // A line that its other end has closed, or on which an answer is under way, takes no other.
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const status = STATUS_OF[error.code ?? ''] ?? 400
    const page = plainPage({ title: SAID[status], language: 'fr' })
    socket.end(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
        'Content-Type: text/html; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(page)}`,
        'Cache-Control: no-store',
        "Content-Security-Policy: default-src 'none'",
        'Connection: close',
        '',
        page,
      ].join('\r\n'),
    )
  })
}
