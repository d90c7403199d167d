import { envTable } from '../../src/env.ts'

/** What a production instance cannot start without: the only lines that are no comments. */
const TO_FILL_IN = new Set(['PUBLIC_URL', 'PAYLOAD_SECRET', 'TOKEN_SECRET', 'SMTP_URL', 'MAIL_FROM'])
/** Set by our own commands, by nobody else. */
const OURS = new Set(['CPOF_DEV', 'CPOF_BUILD', 'DEMO_PASSWORD', 'MAIL_PORT'])
const WIDTH = 118

const HEAD = [
  'Settings of one instance in production, for a shell (set -a; . ./cpof.env; set +a), systemd (EnvironmentFile=), docker',
  '(--env-file) and node (--env-file). They agree on lines of this form alone: NAME=value, no quotes, no blank, nothing behind',
  'the value. Made by "npm run generate" from src/env.ts; copy it, fill in the lines that are empty, and keep it from others',
  '(chmod 600). A secret: openssl rand -base64 33',
]

function commented(text: string): string[] {
  const lines: string[] = []
  for (const word of text.replaceAll('`', '').split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`# ${word}`)
  }
  return lines
}

/** The bytes of `.env.example`: every variable with its meaning, commented out unless it has to be filled in. */
export function exampleEnv(): string {
  const rows = envTable()
    .filter(({ name }) => !OURS.has(name))
    .sort((a, b) => Number(TO_FILL_IN.has(b.name)) - Number(TO_FILL_IN.has(a.name)))
    .map(({ name, fallback, meaning }) =>
      [
        ...commented(meaning),
        TO_FILL_IN.has(name) ? `${name}=` : `#${name}=${/\s/.test(fallback) ? '' : fallback}`,
      ].join('\n'),
    )
  return [HEAD.map((line) => `# ${line}`).join('\n'), ...rows, ''].join('\n\n').replace(/\n+$/, '\n')
}
