import { firstReason, StartRefused } from '../lib/start-refused.ts'

const SAFE_OPTIONS: Readonly<Record<string, string>> = {
  w: 'majority',
  journal: 'true',
  retryWrites: 'true',
  readPreference: 'primary',
  readConcernLevel: 'majority',
  // A server that dies is seen at once; one that freezes, or a line that swallows everything, by the heartbeat: what is
  // under way there is broken off after 7 seconds. Who asks while no server may be asked waits 5 seconds.
  serverSelectionTimeoutMS: '5000',
  heartbeatFrequencyMS: '2000',
  connectTimeoutMS: '5000',
  // The last resort, where heartbeats come and answers do not; making an index at the start may take as long.
  socketTimeoutMS: '30000',
  waitQueueTimeoutMS: '5000',
}

/** For a command that nobody's page waits for. */
const PATIENT: Readonly<Record<string, string>> = {
  serverSelectionTimeoutMS: '30000',
  heartbeatFrequencyMS: '10000',
  connectTimeoutMS: '20000',
  socketTimeoutMS: '300000',
  waitQueueTimeoutMS: '60000',
}

/** The address with the times of a command that may wait, where it does not name them itself. */
export const patientMongoUrl = (url: string): string => withOptions(url, PATIENT)

/** The connection string with the options that acknowledged writes need, where it does not name them itself. */
export const safeMongoUrl = (url: string): string => withOptions(url, SAFE_OPTIONS)

function withOptions(url: string, options: Readonly<Record<string, string>>): string {
  const [base = '', query = ''] = url.split('?')
  const given = new URLSearchParams(query)
  for (const [name, value] of Object.entries(options)) if (!given.has(name)) given.set(name, value)
  const withPath = /^mongodb(\+srv)?:\/\/[^/]+$/.test(base) ? `${base}/` : base
  return `${withPath}?${given.toString()}`
}

/** An address without the account and the options in it. */
export const placeOf = (url: string): string =>
  url
    .replace(/^mongodb(\+srv)?:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/\?.*$/, '')

/** The sentence for a MongoDB that is not there, or not as its address says. */
export const cannotOpenMongo = (url: string, error: unknown): StartRefused =>
  new StartRefused(
    `MongoDB (${placeOf(url)}) could not be opened: ${firstReason(error).replace(/^(Error: cannot connect to MongoDB[.:] *)+(Details: )?/, '')}. Is it running, and is its replica set called so?`,
    { cause: error },
  )
