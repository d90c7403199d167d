import path from 'node:path'
import proxyAddr from 'proxy-addr'
import { z } from 'zod'
import { fileOfUrl, urlOfFile } from './lib/file-url.ts'

const port = z.coerce.number().int().min(0).max(65535)
const count = z.coerce.number().int().min(1)
const secret = z.string().min(32, 'must have at least 32 characters')
const webUrl = z
  .string()
  .regex(/^https?:\/\/[^/?#]+$/, 'must be an origin such as https://cpof.example, without a path')

/** The entries of a list that commas separate. */
export const listOf = (setting: string): string[] =>
  setting
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

/** Addresses, networks, or the names `loopback`, `linklocal`, `uniquelocal`. */
function areProxies(setting: string): boolean {
  try {
    proxyAddr.compile(listOf(setting))
    return true
  } catch {
    return false
  }
}

/**
 * Every variable the platform reads, with what it means. The configuration table of the README is made
 * from these descriptions.
 */
const schema = z.object({
  APP_MODE: z
    .enum(['demo', 'test', 'production'])
    .default('production')
    .describe(
      '`demo` brings sample data and its own mail server; `production` has no default secret and refuses sample data',
    ),
  PORT: port.default(3000).describe('Port the server listens on'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'Address the server listens on; by default this machine alone, behind a proxy on it; `0.0.0.0` in a container',
    ),
  PUBLIC_URL: webUrl
    .optional()
    .describe(
      'Origin people reach the site under; required in production, and there `https://` but on this machine; else `http://localhost:PORT`',
    ),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe('Folder of the SQLite file, the uploads and the demo’s settings'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'must begin with file: or mongodb://')
    .optional()
    .describe('`file:…` for SQLite or `mongodb://…?replicaSet=…`; by default a SQLite file in `DATA_DIR`'),
  DATABASE_EXPECTED: z
    .enum(['0', '1'])
    .default('0')
    .describe(
      '`1` refuses to start where no database is yet: a disk that is not mounted then stops the start, instead of an empty site',
    ),
  PAYLOAD_SECRET: secret.optional().describe('Signs staff sessions; required in production'),
  TOKEN_SECRET: secret
    .optional()
    .describe('Makes the links sent by e-mail; required in production, and must stay the same for links to live'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional()
    .describe('Server that e-mails leave by; required in production, the demo starts one of its own without it'),
  MAIL: z
    .enum(['send', 'hold'])
    .default('send')
    .describe(
      '`hold` lets no e-mail and no webhook leave: what is owed stays owed until the server is started with `send`. A restored copy holds them by itself, until `npm run release-mail`',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'must be an address, or `Name <address>`')
    .optional()
    .describe(
      'Sender of every e-mail, `Name <address>`; required in production, else `CPOF <ne-pas-repondre@cpof.example>`',
    ),
  WEBHOOK_LOOPBACK: z
    .enum(['0', '1'])
    .default('0')
    .describe('For tests: `1` lets webhooks lead to `http://127.0.0.1` too, at any port; refused in production'),
  MAIL_PORT: port.default(0).describe('Port of the demo’s own mail server; 0 takes a free one'),
  TRUST_PROXY: z
    .string()
    .default('')
    .refine(areProxies, 'must list addresses or networks, separated by commas, or loopback')
    .describe(
      'Addresses or networks of the proxies whose `X-Forwarded-For` is believed, separated by commas; empty believes none',
    ),
  LIMIT_SUBMISSIONS: count.default(200).describe('Submissions of an adhesion an IP may make per hour'),
  LIMIT_SIGNATURES: count.default(60).describe('Signatures an IP may attempt per quarter of an hour'),
  LIMIT_LOGINS: count.default(60).describe('Logins an IP may attempt per quarter of an hour'),
  LIMIT_FAILED_LOGINS: count
    .default(10)
    .describe(
      'Failed logins of one account from one network before each further one has to wait, for a minute, then twice as long each time, 15 minutes at most; a device that signed in before has failures of its own',
    ),
  LIMIT_POINTS: count
    .optional()
    .describe(
      'Points that a network may spend a minute, twice as many for an account that is signed in; a request costs about a point a millisecond. By default 20000, in test mode without end',
    ),
  LIMIT_CONCURRENT: count
    .default(300)
    .describe('Requests under way at once from which on visitors are told to come back'),
  LIMIT_LAG_MS: count
    .optional()
    .describe(
      'How late the event loop may be on average over a second before what is dear is refused to visitors. By default 400, in test mode without end',
    ),
  SECOND_FACTOR: z
    .enum(['required', 'offered'])
    .optional()
    .describe(
      'Whether accounts with the role administration or secretariat must have a second factor; by default `required` in production, else `offered`',
    ),
  LIMIT_BODY_KB: count.default(256).describe('Largest JSON or form body accepted, in kilobytes'),
  LIMIT_UPLOAD_MB: count.default(10).describe('Largest file accepted, in megabytes'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\S+)$/, 'must begin with mailto:, https:// or tel:')
    .optional()
    .describe(
      'Where whoever finds a weakness writes, for `/.well-known/security.txt`; by default the association’s own address, else its contact form',
    ),
  COMPANY_REGISTER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Company register that the join form may ask about a SIRET, such as `https://recherche-entreprises.api.gouv.fr`; without it nobody is asked',
    ),
  S3_BUCKET: z
    .string()
    .optional()
    .describe('Bucket for uploads; required in production on MongoDB, whose instances share no disk'),
  S3_ENDPOINT: z.string().optional().describe('Address of an S3-compatible server other than Amazon’s'),
  S3_REGION: z.string().default('eu-west-3').describe('Region of the bucket'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key of the bucket'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of the bucket'),
  METRICS_TOKEN: secret
    .optional()
    .describe(
      'Who shows it (`Authorization: Bearer …`) reads `/metrics`, for Prometheus; without it there is no such address',
    ),
  METRICS_PORT: port
    .optional()
    .describe('Port of its own for `/metrics`, without a token: for the machine and its network alone'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .optional()
    .describe(
      'Least serious line that is logged: `fatal`, `error`, `warn`, `info`, `debug` or `silent`; by default `info`, in the demo `warn`',
    ),
  DEMO_PASSWORD: z
    .string()
    .min(12, 'must have at least 12 characters')
    .optional()
    .describe('Password of the demo’s accounts; made at seeding and printed without it'),
  CPOF_DEV: z.enum(['0', '1']).default('0').describe('`1` compiles the panel on the fly (`npm run dev` sets it)'),
  CPOF_BUILD: z
    .enum(['0', '1'])
    .default('0')
    .describe('`1` while building, when no secret is at hand (`npm run build` sets it)'),
})

type Raw = z.infer<typeof schema>

/** The settings of a process, complete: what may have been left out has its value. */
export type Env = Omit<
  Raw,
  | 'LIMIT_POINTS'
  | 'LIMIT_LAG_MS'
  | 'PUBLIC_URL'
  | 'DATABASE_URL'
  | 'PAYLOAD_SECRET'
  | 'TOKEN_SECRET'
  | 'DATA_DIR'
  | 'LOG_LEVEL'
  | 'MAIL_FROM'
  | 'SECOND_FACTOR'
> & {
  SECOND_FACTOR: NonNullable<Raw['SECOND_FACTOR']>
  PUBLIC_URL: string
  MAIL_FROM: string
  DATABASE_URL: string
  PAYLOAD_SECRET: string
  TOKEN_SECRET: string
  /** Absolute path. */
  DATA_DIR: string
  LOG_LEVEL: NonNullable<Raw['LOG_LEVEL']>
  LIMIT_POINTS: number
  LIMIT_LAG_MS: number
  /** Which of the two databases `DATABASE_URL` names. */
  database: 'sqlite' | 'mongodb'
}

/** A setting that keeps the process from starting, as a sentence for whoever starts it. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** The sender where nothing really leaves. */
const SAMPLE_SENDER = 'CPOF <ne-pas-repondre@cpof.example>'

/** Domains that nobody can own (RFC 2606, RFC 6761): an address there is a sample that was left standing. */
const SAMPLE_DOMAIN = /@(?:[^@>\s]+\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)\.?>?\s*$/i

/** What tests of something else never reach. */
const UNLIMITED = Number.MAX_SAFE_INTEGER

/** The same for the host of an address. */
const SAMPLE_HOST = /(^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/i

/** What stands for a secret in instructions. */
const SAMPLE_SECRET = /change.?me|change.?this|example|sample|placeholder|replace.?me|your.?secret|never-for-serving|…/i

/** Values that may hold anything, or that are checked as what they are. */
const FREE: ReadonlySet<string> = new Set(['DEMO_PASSWORD', 'DATA_DIR', 'DATABASE_URL', 'MAIL_FROM'])

/**
 * What a value has of the file that it came from: systemd and docker take everything behind the `=` for it, comments
 * and quotes too, where a shell does not.
 */
function remainsOfAFile(name: string, value: string): string | null {
  const says = 'systemd and docker read it so; write the value alone on its line'
  if (/^(["']).*\1$/.test(value)) return `${name} is in quotes, which would belong to it: ${says}.`
  if (FREE.has(name)) return null
  if (/\s#/.test(value)) return `${name} has a comment behind its value, which would belong to it: ${says}.`
  return /^\s|\s$/.test(value) ? `${name} begins or ends with a blank, which would belong to it: ${says}.` : null
}

const BUILD_SECRET = 'only-for-building-never-for-serving!'

/**
 * Makes Paris the time zone of this process, unless `TZ` names another: Payload's own pages write moments in the zone of
 * the machine. What this project writes names its zone itself.
 */
export function useTimeOfParis(): void {
  process.env['TZ'] ??= 'Europe/Paris'
}

/**
 * Reads and checks the environment. Called at start, never at import.
 * @throws ConfigurationError naming every wrong or missing variable.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const remains = Object.keys(schema.shape).flatMap((name) => remainsOfAFile(name, given[name] ?? '') ?? [])
  if (remains.length > 0) throw new ConfigurationError(remains.join('\n'))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`).join('\n'),
    )
  }
  const raw = parsed.data
  const building = raw.CPOF_BUILD === '1'
  const dataDir = path.resolve(raw.DATA_DIR)
  const givenUrl = raw.DATABASE_URL ?? urlOfFile(path.join(dataDir, 'cpof.db'))
  const database = givenUrl.startsWith('file:') ? 'sqlite' : 'mongodb'
  const databaseUrl = database === 'sqlite' ? urlOfFile(fileOfUrl(givenUrl)) : givenUrl
  if (!building) {
    const issues = [...missing(raw, database, databaseUrl), ...erases(raw, given)]
    if (issues.length > 0) throw new ConfigurationError(issues.join('\n'))
  }
  return {
    ...raw,
    PUBLIC_URL: raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`,
    MAIL_FROM: raw.MAIL_FROM ?? SAMPLE_SENDER,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: raw.PAYLOAD_SECRET ?? BUILD_SECRET,
    TOKEN_SECRET: raw.TOKEN_SECRET ?? BUILD_SECRET,
    DATA_DIR: dataDir,
    LIMIT_POINTS: raw.LIMIT_POINTS ?? (raw.APP_MODE === 'test' ? UNLIMITED : 20_000),
    LIMIT_LAG_MS: raw.LIMIT_LAG_MS ?? (raw.APP_MODE === 'test' ? UNLIMITED : 400),
    SECOND_FACTOR: raw.SECOND_FACTOR ?? (raw.APP_MODE === 'production' ? 'required' : 'offered'),
    LOG_LEVEL: raw.LOG_LEVEL ?? (raw.APP_MODE === 'demo' ? 'warn' : 'info'),
    database,
  }
}

/**
 * Lets the rest of the process go by other settings than it was started with: a command that takes an installation from
 * one database to another builds Payload's configuration by those that it will have.
 * @throws ConfigurationError as {@link readEnv}; nothing is changed then
 */
export function goOnWith(settings: Record<string, string>): Env {
  const env = readEnv({ ...process.env, ...settings })
  Object.assign(process.env, settings)
  return env
}

const isThisMachine = (origin: string): boolean =>
  URL.canParse(origin) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(origin).hostname)

/** What Payload's adapters read by themselves: at its next start a production would be gone. */
const erases = ({ APP_MODE }: Raw, given: Readonly<Record<string, unknown>>): string[] =>
  APP_MODE === 'production' && 'PAYLOAD_DROP_DATABASE' in given
    ? ['PAYLOAD_DROP_DATABASE would erase the database at the start: take it out of the settings. Nothing was changed.']
    : []

function missing(raw: Raw, database: Env['database'], databaseUrl: string): string[] {
  const production = raw.APP_MODE === 'production'
  const required: (keyof Raw)[] = ['PAYLOAD_SECRET', 'TOKEN_SECRET']
  if (production) required.push('PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM')
  if (production && database === 'mongodb') required.push('S3_BUCKET')
  const issues = required
    .filter((name) => raw[name] === undefined)
    .map((name) => `${name} is required in ${raw.APP_MODE} mode.`)
  if (production && raw.PUBLIC_URL?.startsWith('http:') && !isThisMachine(raw.PUBLIC_URL)) {
    issues.push(
      'PUBLIC_URL must begin with https:// in production: sessions would travel unprotected. Only this machine itself is reached by http.',
    )
  }
  if (raw.PAYLOAD_SECRET !== undefined && raw.PAYLOAD_SECRET === raw.TOKEN_SECRET) {
    issues.push('PAYLOAD_SECRET and TOKEN_SECRET must differ.')
  }
  if (production && raw.MAIL_FROM !== undefined && SAMPLE_DOMAIN.test(raw.MAIL_FROM)) {
    issues.push(
      'MAIL_FROM must be an address of your own domain: the one given is a sample, and mail servers refuse what it sends.',
    )
  }
  if (
    production &&
    raw.PUBLIC_URL !== undefined &&
    URL.canParse(raw.PUBLIC_URL) &&
    SAMPLE_HOST.test(new URL(raw.PUBLIC_URL).hostname)
  ) {
    issues.push(`PUBLIC_URL must be your own address: ${raw.PUBLIC_URL} is a sample, which nobody can open.`)
  }
  if (production && raw.WEBHOOK_LOOPBACK === '1') {
    issues.push('WEBHOOK_LOOPBACK is for tests: in production no webhook leads to this machine. Take it out.')
  }
  for (const name of ['PAYLOAD_SECRET', 'TOKEN_SECRET'] as const) {
    if (production && SAMPLE_SECRET.test(raw[name] ?? ''))
      issues.push(`${name} is a sample, not a secret: make one with "openssl rand -base64 33".`)
  }
  if (database === 'mongodb' && !/[?&]replicaSet=/.test(databaseUrl) && !databaseUrl.startsWith('mongodb+srv:')) {
    issues.push('DATABASE_URL must name a replica set (?replicaSet=…): without one MongoDB has no transactions.')
  }
  return issues
}

/** One row per variable for the README: name, default, meaning. */
export function envTable(): { name: string; fallback: string; meaning: string }[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const initial = field.safeParse(undefined)
    return {
      name,
      fallback: initial.success && initial.data !== undefined ? String(initial.data) : '',
      meaning: field.description ?? '',
    }
  })
}
