import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJoinDraft } from '../../src/adhesion/join-drafts.ts'
import { readEnv } from '../../src/env.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { openSite } from '../../src/site/routes.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { makeBody, makeColleague, makeMandate, makeMember, makePerson, richText } from '../support/governance.ts'
import { lastToken } from '../support/outbox.ts'
import { picture, publishedPage } from '../support/pages.ts'
import { makeEvent, makePdf, makePublication } from '../support/publishing.ts'
import { shots, type Shot } from './fuzz/requests.ts'
import type { Records } from './fuzz/values.ts'

/** On each database; both together make twenty thousand. */
const REQUESTS = 10_000
/** What is kept, compiled and connected once is there after so many. */
const WARM = 3_000
const AT_ONCE = 6
const SEED = 20_261_130

/** Nothing may stop the fire: limits have tests of their own. */
const WITHOUT_LIMITS = { LIMIT_SUBMISSIONS: '1000000', LIMIT_SIGNATURES: '1000000', LIMIT_LOGINS: '1000000' }

let app: TestApp
let door: TestDoor
let sessions: string[]
let links: string[]
let records: Records
let documents: ReadonlyMap<string, (number: number) => object>
/** What was logged on the way of requests, besides the line of each. */
const logged: string[] = []

const formsOf = (token: string): string[] => [
  `/adhesion/signature/${token}`,
  ...['repondre', 'retirer', 'renvoyer', 'corriger', 'representant', ''].map(
    (act) => `/adhesion/suivi/${token}${act === '' ? '' : `/${act}`}`,
  ),
]

/** What lives, once what does not was thrown away. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
  return process.memoryUsage().heapUsed
}

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent', ...WITHOUT_LIMITS })
  const { payload } = app
  payload.logger = createLogger('debug', { write: (line) => logged.push(line) })
  const { site, errorPage } = await openSite({ payload, env: readEnv({ ...process.env, ...WITHOUT_LIMITS }) })
  door = await openDoor(app, WITHOUT_LIMITS, {
    site,
    errorPage,
    next: async (req, res) => {
      for await (const chunk of req) if (String(chunk) === '') break
      res.end('panel')
    },
  })
  sessions = [
    await makeColleague(payload, ['editor']),
    await makeColleague(payload, ['secretariat']),
    await makeColleague(payload, ['admin']),
  ].map(({ token }) => token)
  const charter = await adoptCharter(payload)
  const [unsigned, open] = [await applied(app), await signed(app)]
  links = [
    await lastToken(payload, { adhesion: unsigned.id, template: 'signature-link' }),
    await lastToken(payload, { adhesion: unsigned.id, template: 'receipt' }, 'followUp'),
    await lastToken(payload, { adhesion: open.id, template: 'receipt' }, 'followUp'),
    open.signToken,
  ]
  const [person, body] = [await makePerson(payload), await makeBody(payload)]
  const paper = await makePdf(payload, 'papier')
  documents = new Map<string, (number: number) => object>([
    [
      'pages',
      (number) => ({
        title: `Page ${number}`,
        slug: `page-${number}`,
        layout: [{ blockType: 'richText', content: richText('Bonjour') }],
        _status: number % 2 === 0 ? 'draft' : 'published',
      }),
    ],
    [
      'publications',
      (number) => ({
        title: `Note ${number}`,
        slug: `note-${number}`,
        kind: 'statement',
        publishedOn: '2026-03-01',
        body: richText('Bonjour'),
      }),
    ],
    [
      'documents',
      (number) => ({
        title: `Acte ${number}`,
        kind: 'accounts',
        day: '2026-03-01',
        file: paper.id,
        visibility: 'public',
      }),
    ],
    ['people', (number) => ({ firstName: 'Ada', lastName: `Martin ${number}` })],
  ])
  records = new Map([
    ['pages', [(await publishedPage(payload, { title: 'Une page', slug: 'une-page' })).id]],
    ['publications', [(await makePublication(payload, { title: 'Une note', slug: 'une-note' })).id]],
    ['events', [(await makeEvent(payload, { title: 'Une rencontre', slug: 'une-rencontre' })).id]],
    ['media', [(await picture(payload, 'image')).id]],
    ['files', [paper.id]],
    ['adhesions', [unsigned.id, open.id]],
    ['charter-versions', [charter.id]],
    ['members', [(await makeMember(payload)).id]],
    ['people', [person.id]],
    ['governance-bodies', [body.id]],
    ['mandates', [(await makeMandate(payload, person.id, body.id)).id]],
  ])
})

afterAll(async () => {
  await door.close()
  await app.stop()
})

async function fire({ method, path, headers, body }: Shot): Promise<number> {
  const response = await fetch(door.url + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  await response.arrayBuffer()
  return response.status
}

it('answers ten thousand broken requests without a fault of its own', async () => {
  const draft = await openJoinDraft(app.payload)
  const forms = ['vous', 'siret', 'organisme', 'signataire', 'verifier']
    .map((step) => `/nous-rejoindre/demande/${draft}/${step}`)
    .concat(['/nous-rejoindre'], ['/contact', '/adhesion/lien-perdu', '/x'], formsOf('jeton'), links.flatMap(formsOf))
  const shotOf = shots({
    config: app.config,
    tokens: [null, null, ...sessions, ...sessions],
    records,
    documents,
    forms,
  })
  const failed: string[] = []
  const seen = new Map<number, number>()
  let next = 0
  const shoot = async (until: number): Promise<void> => {
    while (next < until) {
      const seed = SEED + next++
      const shot = shotOf(seed)
      const status = await fire(shot).catch((error: unknown) => `no answer (${String(error)})`)
      if (typeof status === 'number') seen.set(status, (seen.get(status) ?? 0) + 1)
      if (typeof status === 'string' || status >= 500)
        failed.push(
          `${seed}: ${status} ${shot.method} ${shot.path.slice(0, 120)} ${shot.headers['Content-Type'] ?? ''} ${(shot.body ?? '').slice(0, 200)}`,
        )
    }
  }
  const all = (until: number) => Promise.all(Array.from({ length: AT_ONCE }, () => shoot(until)))
  await all(WARM)
  const warm = liveBytes()
  await all(REQUESTS)
  const grown = liveBytes()
  expect(failed).toEqual([])
  expect((await fetch(`${door.url}/health/live`)).status).toBe(200)
  // Seven thousand requests that kept eight kilobytes each would show.
  expect(
    grown,
    `memory stays flat: ${Math.round(warm / 2 ** 20)} MB, then ${Math.round(grown / 2 ** 20)} MB`,
  ).toBeLessThan(warm + 56 * 2 ** 20)
  // It cannot pass by being refused at the door: much of it was read, and some of it was taken; who fired is still signed in.
  expect(
    [200, 201, 400, 401, 403, 404].filter((status) => (seen.get(status) ?? 0) < 10),
    JSON.stringify([...seen]),
  ).toEqual([])
  for (const token of sessions)
    expect(
      await (await fetch(`${door.url}/api/users/me`, { headers: { Authorization: `JWT ${token}` } })).json(),
    ).toMatchObject({ user: { collection: 'users' } })
  const lines = [...door.lines.map((line) => JSON.stringify(line)), ...logged]
  expect(
    lines.filter(
      (line) =>
        [...sessions, ...links].some((token) => line.includes(token)) ||
        /eyJ[\w-]+\.|payload-token=|personne\d+@/.test(line),
    ),
  ).toEqual([])
}, 900_000)
