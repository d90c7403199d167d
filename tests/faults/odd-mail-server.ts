import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What a mail server does the first time that it is asked to take an e-mail for somebody; afterwards it takes it. */
export type Oddity = {
  at: 'RCPT' | 'DATA' | 'dot'
  /** Milliseconds until it does so. */
  after?: number
  /** Its answer, or nothing: then the connection ends. */
  says: string | null
  /** Whether it delivers the e-mail all the same. */
  delivers?: boolean
}

export type OddMailServer = {
  /** For `SMTP_URL`; nobody listens there before it is opened. */
  url: string
  open: () => Promise<void>
  /** When each e-mail was delivered (`performance.now`), by its recipient. */
  delivered: ReadonlyMap<string, readonly number[]>
  close: () => Promise<void>
}

const ANSWERS: Readonly<Record<string, string>> = {
  EHLO: '250 odd.example',
  HELO: '250 odd.example',
  MAIL: '250 OK',
  RCPT: '250 OK',
  DATA: '354 Go on',
  RSET: '250 OK',
  QUIT: '221 Bye',
}

/** @param oddityOf by the recipient; null takes the e-mail at once */
export function oddMailServer(port: number, oddityOf: (recipient: string) => Oddity | null): OddMailServer {
  const delivered = new Map<string, number[]>()
  const met = new Set<string>()
  const lines = new Set<Socket>()

  const serve = (socket: Socket) => {
    let rest = ''
    let recipient = ''
    let isText = false
    let turn = Promise.resolve()
    const deliver = () => delivered.set(recipient, [...(delivered.get(recipient) ?? []), performance.now()])
    const say = (text: string) => socket.write(`${text}\r\n`)

    const at = async (stage: Oddity['at'], usual: string): Promise<void> => {
      const oddity = met.has(recipient) ? null : oddityOf(recipient)
      const isOdd = oddity?.at === stage
      if (isOdd) {
        met.add(recipient)
        await wait(oddity.after ?? 0)
      }
      const answer = isOdd ? oddity.says : usual
      if (stage === 'dot' && (!isOdd || oddity.delivers)) deliver()
      isText = stage === 'DATA' && answer === usual
      if (answer === null) socket.destroy()
      else say(answer)
    }

    const hear = async (line: string): Promise<void> => {
      if (isText) {
        if (line === '.') await at('dot', '250 Taken')
        return
      }
      const command = line.slice(0, 4).toUpperCase()
      recipient = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? recipient
      if (command === 'RCPT' || command === 'DATA') await at(command, ANSWERS[command] ?? '')
      else say(ANSWERS[command] ?? '500 What?')
      if (command === 'QUIT') socket.end()
    }

    lines.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => lines.delete(socket))
    socket.setEncoding('utf8').on('data', (text: string) => {
      const [last = '', ...whole] = (rest + text).split('\r\n').reverse()
      rest = last
      for (const line of whole.reverse()) turn = turn.then(() => hear(line))
    })
    say('220 odd.example')
  }

  const server = createServer(serve)
  return {
    url: `smtp://127.0.0.1:${port}`,
    open: () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
    delivered,
    close: async () => {
      for (const line of lines) line.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}
