import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { alertRefusal } from '../../src/adhesion/reminders/alert-refusal.ts'
import { noticeExpiry } from '../../src/adhesion/actions/expire.ts'
import { remindElectors } from '../../src/deliberation/remind-electors.ts'
import { remindRequest } from '../../src/adhesion/reminders/remind-request.ts'
import type { ActorRole } from '../../src/adhesion/lifecycle/actors.ts'
import { isDenial } from '../../src/adhesion/lifecycle/denials.ts'
import { isState, STATES, type State } from '../../src/adhesion/lifecycle/states.ts'
import { mayLead, verdictOn } from '../../src/adhesion/lifecycle/transition.ts'
import { TRANSITIONS } from '../../src/adhesion/lifecycle/transitions.ts'
import { transition } from '../support/actions.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { fileOf, roundsOf } from '../support/bureau.ts'
import { CAST, gather, type Company, type Who } from '../support/cast.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter } from '../support/factories.ts'
import { readGrid, wholeGrid, type Cell } from '../support/grid.ts'
import { openSiteDoor } from '../support/site.ts'
import { doubleOf, standOf, withTokens, type Standing } from '../support/standing-files.ts'
import { after, STORIES } from '../support/stories.ts'
import { isDoor, transitionOf, tried, type DoorName, type Heard } from '../support/transition-doors.ts'
import { differenceOf, dumpOf } from '../support/writes.ts'

/** Twenty stories are told first, which on a busy machine takes its time. */
const TELLING_MS = 300_000

/** The states by a letter each. */
const LETTERS: Record<State, string> = {
  'awaiting-signature': 'A',
  submitted: 'S',
  'under-review': 'U',
  'needs-information': 'N',
  'before-bureau': 'B',
  referred: 'F',
  validated: 'V',
  rejected: 'R',
  closed: 'C',
  withdrawn: 'W',
  expired: 'X',
}
const NONE = '—'

const GROUPS = {
  links: ['contact', 'representative'],
  secretariat: ['holder', 'colleague'],
  voters: ['chair', 'vice', 'elector'],
  bureau: ['chair', 'vice', 'elector', 'newcomer'],
  aside: ['tied', 'declared'],
  others: ['former', 'editor', 'admin', 'roleless'],
}

/**
 * The specification's table by hand: the transitions of an adhesion, the order of refusals, who reads what. Columns are
 * no file, then the states; nobody ever signed A and X, the others were signed. A word says what comes of asking:
 *
 * - a letter: it is done, and the file stands there; `=`: it is answered and nothing changes, since it was done already
 *   or time brings nothing;
 * - `none`: there is no way to ask; `way`: the API has no such address;
 * - refused by its status: `401`; `403` by role; `404` unknown, not visible, or a link that nobody was given; `409` by the
 *   state; `410` a link that is dead;
 * - refused 403 for a reason of its own: `rec` recused, `ele` not in the electorate, `own` for the representative alone;
 * - refused 409 for a reason of its own: `dup` in progress, `mem` a member already, `nod` no session's decision, `sus`
 *   voting suspended, `hol` the signature holds, `nte` no such entry, `txt` text not approved, `not` notified already, `who` whom, of several.
 */
const TABLE = `
                                   —    A    S    U    N    B    F    V    R    C    W    X
submit
  visitor links secretariat bureau aside others: A dup dup dup dup dup dup mem A    A    A    A
  clock:                           none
resendLink
  visitor:                         401
  links secretariat:               404  A    409  409  409  409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
correct
  links:                           404  A    S    U    N    409  409  409  409  409  409  409
  visitor secretariat bureau aside others: 404
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
correct what is signed
  links:                           404  A    A    A    A    409  409  409  409  409  409  409
  visitor secretariat bureau aside others: 404
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
sign
  representative:                  404  S    =    =    =    =    =    =    =    =    =    410
  contact:                         404
  visitor secretariat bureau aside others: 404
  clock:                           none
rebind
  clock:                           404  A    =    =    =    =    =    =    =    =    =    =
  visitor links secretariat bureau aside others: way
expire
  clock:                           404  X    =    =    =    =    =    =    =    =    =    =
  visitor links secretariat bureau aside others: way
claim
  visitor links:                   401
  holder:                          404  409  U    =    409  409  409  409  409  409  409  409
  colleague:                       404  409  U    U    409  409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
release
  visitor links:                   401
  secretariat:                     404  409  409  U    409  409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
requestInformation
  visitor links:                   401
  secretariat:                     404  409  N    N    409  409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
answer
  visitor:                         401
  links secretariat:               404  409  409  409  U    409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
cancelRequest
  visitor links:                   401
  secretariat:                     404  409  409  409  U    409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
putToBureau
  visitor links:                   401
  secretariat:                     404  409  B    B    409  409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
castVote
  visitor links:                   401
  secretariat others:              403
  voters:                          404  404  409  409  409  B    409  409  409  409  409  404
  newcomer:                        404  404  409  409  409  ele  ele  ele  ele  409  409  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  409  409  409  rec  rec  rec  rec  409  409  404
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
closeRound
  clock:                           404  =    =    =    =    F    =    =    =    =    =    =
  visitor links secretariat bureau aside others: way
sendBack
  visitor links:                   401
  secretariat others:              403
  bureau:                          404  404  409  409  409  U    U    409  409  409  409  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  409  409  409  rec  rec  rec  rec  409  409  404
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
reinstate
  visitor links:                   401
  chair:                           404  404  409  409  409  B    F    409  409  409  409  404
  vice elector newcomer:           404  404  403  403  403  403  403  403  403  403  403  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  403  403  403  rec  rec  rec  rec  403  403  404
  secretariat others:              403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
answerQuestion
  visitor links:                   401
  secretariat:                     404  409  409  409  409  B    F    409  409  409  409  409
  chair:                           404  404  409  409  409  B    F    409  409  409  409  404
  vice elector newcomer:           404  404  403  403  403  403  403  403  403  403  403  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  403  403  403  rec  rec  rec  rec  403  403  404
  others:                          403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
recordSessionDecision
  visitor links:                   401
  secretariat:                     404  409  409  409  409  B    F    409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
cancelSessionRecord
  visitor links:                   401
  secretariat:                     404  409  409  409  409  nod  nod  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
disputeSessionRecord
  visitor links:                   401
  chair:                           404  404  409  409  409  nod  nod  409  409  409  409  404
  vice elector newcomer:           404  404  403  403  403  403  403  403  403  403  403  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  403  403  403  rec  rec  rec  rec  403  403  404
  secretariat others:              403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
confirmSessionDecision
  visitor links:                   401
  chair:                           404  404  409  409  409  nod  nod  409  409  409  409  404
  vice elector newcomer:           404  404  403  403  403  403  403  403  403  403  403  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  403  403  403  rec  rec  rec  rec  403  403  404
  secretariat others:              403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
notifyRefusal
  visitor links:                   401
  chair:                           404  404  409  409  409  409  409  409  R    409  409  404
  vice elector newcomer:           404  404  403  403  403  403  403  403  403  403  403  404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  403  403  403  rec  rec  rec  rec  403  403  404
  secretariat:                     404  409  409  409  409  409  409  409  txt  409  409  409
  others:                          403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
askNewSignature
  visitor links:                   401
  secretariat:                     404  409  hol  hol  hol  409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  409  hol  hol  hol  409  409  409  409  409  409  409
correctOnBehalf
  visitor links:                   401
  secretariat:                     404  A    S    U    N    409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
decline
  representative:                  404  C    409  409  409  409  409  409  409  409  409  410
  contact:                         404
  visitor secretariat bureau aside others: 404
  clock:                           none
withdraw
  contact:                         404  W    own  own  own  own  own  409  own  409  409  409
  representative:                  404  W    W    W    W    W    W    409  409  409  =    409
  visitor secretariat bureau aside others: 404
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
close
  visitor links:                   401
  secretariat:                     404  C    C    C    C    409  409  409  409  409  409  409
  bureau aside others:             403
  clock:                           404  C    C    C    C    409  409  409  409  409  409  409
reopen
  visitor links:                   401
  secretariat:                     404  409  409  409  409  409  409  409  U    U    U    A
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
note
  visitor links:                   401
  secretariat:                     404  A    S    U    N    B    F    V    R    C    W    X
  bureau:                          404  404  S    U    N    B    F    V    R    C    W    404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  S    U    N    rec  rec  rec  rec  C    W    404
  others:                          403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
attach
  visitor links:                   401
  secretariat:                     404  A    S    U    N    B    F    V    R    C    W    X
  bureau:                          404  404  S    U    N    B    F    V    R    C    W    404
  tied:                            404  404  rec  rec  rec  rec  rec  rec  rec  rec  rec  404
  declared:                        404  404  S    U    N    rec  rec  rec  rec  C    W    404
  others:                          403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
erase
  visitor links:                   401
  secretariat:                     404  nte  nte  nte  nte  nte  nte  nte  nte  nte  nte  nte
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
write
  visitor:                         401
  links secretariat:               404  A    S    U    N    B    F    V    R    C    W    X
  bureau aside others:             403
  clock:                           404  403  403  403  403  403  403  403  403  403  403  403
anonymise
  visitor links secretariat bureau aside others: way
  clock:                           404  =    =    =    =    =    =    =    =    =    =    =
`

/**
 * What else may hold on a file besides its state: two votes given, so that the next one decides; a session's decision
 * recorded; the refusal's text approved, or told; the chair recused. Of those alone to whom it makes a difference.
 */
const BESIDES = `
                         B+for B+against B+session F+session R+text R+told B-chair B-chair+session R-chair
castVote
  chair:                 V     R         sus       ·         ·      ·      rec     rec             rec
  vice elector:          V     R         sus       ·         ·      ·      B       sus             ·
  newcomer:              ele   ele       ele       ele       ele    ele    ele     ele             ele
  aside:                 rec
closeRound
  clock:                 F     F         =         =         ·      ·      F       =               ·
sendBack
  chair:                 U     U         U         U         ·      ·      rec     rec             rec
  vice newcomer:         U     U         U         U         ·      ·      U       U               ·
reinstate
  chair:                 B     B         sus       ·         ·      ·      rec     rec             rec
  vice:                  ·     ·         ·         ·         ·      ·      who     sus             409
recordSessionDecision
  holder:                B     B         B         F         ·      ·      B       B               ·
cancelSessionRecord
  secretariat:           nod   nod       B         F         ·      ·      nod     B               ·
  chair vice elector:    403   403       403       403       ·      ·      403     403             ·
disputeSessionRecord
  chair:                 nod   nod       B         F         ·      ·      rec     rec             rec
  vice:                  403   403       403       403       ·      ·      nod     B               409
  elector newcomer:      403   403       403       403       ·      ·      403     403             403
  secretariat:           403   403       403       403       ·      ·      403     403             403
confirmSessionDecision
  chair:                 ·     ·         V         V         ·      ·      rec     rec             rec
  vice:                  ·     ·         403       403       ·      ·      nod     V               409
  elector newcomer:      ·     ·         403       403       ·      ·      403     403             403
  aside:                 ·     ·         rec       rec       ·      ·      rec     rec             rec
  secretariat:           ·     ·         403       403       ·      ·      403     403             403
notifyRefusal
  chair:                 ·     ·         ·         ·         R      not    rec     rec             rec
  vice:                  ·     ·         ·         ·         403    403    409     409             R
  elector newcomer:      ·     ·         ·         ·         403    403    ·       ·               403
  aside:                 ·     ·         ·         ·         rec    rec    ·       ·               rec
  secretariat:           ·     ·         ·         ·         R      not    409     409             txt
withdraw
  contact:               ·     ·         own       own       own    409    ·       ·               own
  representative:        W     ·         W         W         409    409    W       W               409
note
  chair:                 ·     ·         ·         ·         ·      ·      rec     rec             rec
  vice holder:           ·     ·         ·         ·         ·      ·      B       B               R
`

/** What time brings to a file besides transitions, each in its own time. */
const IN_TIME = `
                     A S U N B F V R C W X
announce the expiry
  clock:             A = = = = = = = = = =
recall the request
  clock:             = = = N = = = = = = =
recall the round at half
  clock:             = = = = B = = = = = =
recall the round on its last day
  clock:             = = = = B = = = = = =
alert of a refusal not told
  clock:             = = = = = = = R = = =
`

const PEOPLE = wholeGrid(TABLE, CAST, GROUPS)
const CIRCUMSTANCES = readGrid(BESIDES, CAST, GROUPS)
const EVERYTHING = [...PEOPLE, ...CIRCUMSTANCES]
const REMINDERS = wholeGrid(IN_TIME, ['clock'])

const stateOf = new Map<string, State>(STATES.map((state) => [LETTERS[state], state]))
const isLetter = (word: string): boolean => stateOf.has(word)
const isWho = (name: string): name is Who => CAST.some((who) => who === name)

/** The words of refusals that have a code of their own; the others go by their status. */
const CODES: Readonly<Record<string, string>> = {
  'wrong-actor': '403',
  recused: 'rec',
  'not-an-elector': 'ele',
  'representative-only': 'own',
  'adhesion-in-progress': 'dup',
  'already-member': 'mem',
  'no-session-decision': 'nod',
  'which-person': 'who',
  'text-not-approved': 'txt',
  'signature-holds': 'hol',
  'no-such-entry': 'nte',
  'voting-suspended': 'sus',
  'already-notified': 'not',
}
/** A refusal that names no code of the words above is one of these, or none that the table knows. */
const BY_STATUS: Readonly<Record<number, readonly (string | undefined)[]>> = {
  401: ['unauthorized'],
  404: [undefined, 'not-found', 'link-unknown'],
  409: [undefined, 'wrong-state'],
  410: [undefined, 'link-revoked'],
}

let app: TestApp
let door: TestDoor
let company: Company
const bases = new Map<string, Standing>()

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  company = await gather(app)
  await adoptCharter(app.payload, { number: 2 })
  door = await openSiteDoor(app, { LIMIT_SUBMISSIONS: '100000', LIMIT_SIGNATURES: '100000' })
  for (const [name, tell] of Object.entries(STORIES))
    bases.set(name, await withTokens(app.payload, await tell(company)))
  const nobody = randomUUID()
  bases.set(NONE, { id: nobody, tokens: { sign: nobody, 'follow-up': nobody, 'representative-follow-up': nobody } })
  await company.changeBureau()
}, TELLING_MS)

afterAll(async () => {
  await door.close()
  await app.stop()
})

function baseOf(column: string): Standing {
  const base = bases.get(column)
  if (!base) throw new Error(`No file stands at ${column}`)
  return base
}

/** The charter to which the file was bound is in force no more. */
async function superseded({ id }: Standing): Promise<void> {
  const {
    docs: [first],
  } = await app.payload.find({
    collection: 'charter-versions',
    where: { number: { equals: 1 } },
    depth: 0,
    overrideAccess: true,
  })
  await app.payload.db.updateOne({
    collection: 'adhesions',
    where: { id: { equals: id } },
    data: { charterVersion: first?.id },
    options: { atomic: true },
  })
}

const letterOf = async (id: string): Promise<string> => LETTERS[(await fileOf(app.payload, id)).status]

/** Whether an action declares that it may be refused so; a recusal stands before every action alike. */
const isDeclared = (name: DoorName, code: string): boolean =>
  !isDenial(code) || code === 'recused' || (transition(transitionOf(name)).refusals ?? []).includes(code)

/** What was heard, in a word of the table. */
async function wordOf(name: DoorName, heard: Heard | null, { id }: Standing, before: string): Promise<string> {
  if (heard === null) return 'none'
  const { status, code, state } = heard
  if (code === 'no-such-address') return 'way'
  if (status < 400) {
    if (name === 'submit') return state === 'awaiting-signature' && status === 201 ? LETTERS[state] : String(status)
    if ((await standOf(app.payload, id)) === before) return '='
    const letter = await letterOf(id)
    return state === undefined || (isState(state) && LETTERS[state] === letter)
      ? letter
      : `${letter}, but ${state} is said`
  }
  if (code !== undefined && !isDeclared(name, code)) return `${code}, which ${name} does not declare`
  if (code !== undefined && CODES[code]) return CODES[code]
  if (status === 403 && name === 'withdraw') return 'own'
  if (!BY_STATUS[status]?.includes(code)) return `${status} ${code}`
  if (code === 'wrong-state' && state !== (await fileOf(app.payload, id)).status) return `409, but ${state} is said`
  return String(status)
}

const isDeed = ({ row, word }: Cell): boolean => isLetter(word) && row !== 'submit'

/** Tries a cell on a file and says what came of it. */
async function trial({ row, column, who }: Cell, file: Standing, before: string): Promise<string> {
  if (!isDoor(row) || !isWho(who)) throw new Error(`There is no way to try ${row} by ${who}`)
  const heard = await tried(row, { who, file, where: column, company, door })
  return wordOf(row, heard, file, before)
}

const surprise = ({ row, column, who, word }: Cell, found: string): string[] =>
  found === word ? [] : [`${row}, ${column}, ${who}: ${word} expected, ${found} found`]

/** What leaves a file where it is and everything else possible. */
const ADDITIONS = ['note', 'attach', 'write']

/** Tries what should be done, on a double of the file unless it may stay as it is then; returns what came out otherwise. */
async function surprisesOfDeeds(cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = []
  for (const cell of cells) {
    const base = baseOf(cell.column)
    const file = ADDITIONS.includes(cell.row) ? base : await doubleOf(app.payload, base.id)
    if (cell.row === 'rebind') await superseded(file)
    found.push(...surprise(cell, await trial(cell, file, await standOf(app.payload, file.id))))
  }
  return found
}

/**
 * Tries what should change nothing, on the file itself, which is looked at after each row: people at the same time, then
 * the clock, which is everybody's. Returns what came out otherwise.
 */
async function surprisesOfRefusals(cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = []
  const placeOf = ({ row, column }: Cell) => `${row}, ${column}`
  for (const place of new Set(cells.map(placeOf))) {
    const here = cells.filter((cell) => placeOf(cell) === place)
    const file = baseOf(here[0]?.column ?? NONE)
    const before = await standOf(app.payload, file.id)
    const attempt = async (cell: Cell) => surprise(cell, await trial(cell, file, before))
    const people = await Promise.all(here.filter(({ who }) => who !== 'clock').map(attempt))
    const clock = await Promise.all(here.filter(({ who }) => who === 'clock').map(attempt))
    found.push(...people.flat(), ...clock.flat())
    if ((await standOf(app.payload, file.id)) !== before) found.push(`${place}: something changed`)
  }
  return found
}

/** The table's actors that somebody is, before the table itself is asked; the recused are told apart by it. */
const ROLES: Record<Who, ActorRole[]> = {
  visitor: ['anybody'],
  contact: ['anybody', 'applicant'],
  representative: ['anybody', 'applicant', 'representative'],
  holder: ['anybody', 'secretariat'],
  colleague: ['anybody', 'secretariat'],
  chair: ['anybody', 'bureau-member', 'chair', 'presiding'],
  vice: ['anybody', 'bureau-member'],
  elector: ['anybody', 'bureau-member'],
  newcomer: ['anybody', 'bureau-member'],
  tied: ['anybody', 'bureau-member'],
  declared: ['anybody', 'bureau-member'],
  former: ['anybody'],
  editor: ['anybody'],
  admin: ['anybody'],
  roleless: ['anybody'],
  clock: ['system'],
}
/** States in which a round of the Bureau is or was the present one. */
const ROUND = ['B', 'F', 'V', 'R']

/** What the product's own table says to this, without looking at a file. */
function productSays({ row, column, who }: Cell): string {
  const state = stateOf.get(column)
  if (!isDoor(row) || !isWho(who) || !state) throw new Error(`No such cell: ${row}, ${column}, ${who}`)
  const hasRound = ROUND.includes(column)
  const seated = hasRound && ['chair', 'vice', 'elector', 'tied', 'declared'].includes(who)
  const recused = who === 'tied' || (who === 'declared' && hasRound)
  return verdictOn(transition(transitionOf(row)), state, {
    roles: new Set([...ROLES[who], ...(seated ? (['elector'] as const) : [])]),
    recused,
    hasRound,
  })
}

/**
 * What it should say, by the word of the table written here; null where state and role alone do not tell. `own` is said
 * of a refusal that nobody has told the applicant yet, too.
 */
function shouldSay(word: string): string | null {
  if (isLetter(word) || ['nod', 'txt', 'hol', 'nte'].includes(word)) return 'yes'
  if (word === '409' || word === '410') return 'wrong-state'
  if (['401', '403', 'way'].includes(word)) return 'wrong-actor'
  if (word === 'rec') return 'recused'
  return word === 'ele' ? 'not-an-elector' : null
}

describe('the table of transitions', () => {
  it('is asked of every transition in every state for everybody', () => {
    expect(new Set(PEOPLE.map(({ column }) => column))).toEqual(
      new Set([NONE, ...STATES.map((state) => LETTERS[state])]),
    )
    expect(new Set(PEOPLE.map(({ row }) => (isDoor(row) ? transitionOf(row) : row)))).toEqual(
      new Set(TRANSITIONS.map(({ name }) => name)),
    )
    expect(PEOPLE).toHaveLength((TRANSITIONS.length + 1) * (STATES.length + 1) * CAST.length)
    expect(EVERYTHING.filter(({ row, column }) => !isDoor(row) || !bases.has(column))).toEqual([])
  })

  it('says what the product’s table says', () => {
    const wrong = PEOPLE.filter(({ column, row }) => column !== NONE && row !== 'submit').flatMap((cell) => {
      const should = shouldSay(cell.word)
      const says = productSays(cell)
      return should === null || says === should
        ? []
        : [`${cell.row}, ${cell.column}, ${cell.who}: ${cell.word} here, ${says} there`]
    })
    expect(wrong).toEqual([])
  })

  it('leads where the product’s table leads', () => {
    const led = EVERYTHING.filter(isDeed).flatMap(({ row, column, word }) => {
      const [from, to] = [stateOf.get(column.slice(0, 1)), stateOf.get(word)]
      return isDoor(row) && from && to && mayLead(transition(transitionOf(row)), from, to)
        ? []
        : [`${row}: ${column} to ${word}`]
    })
    expect(led).toEqual([])
  })
})

/** The security journal counts by the minute what the gate refuses, whoever was refused what: that alone may be written. */
const notesRefusals = (row: string, dump: Record<string, string>): boolean =>
  row.startsWith('security-events ') && (dump[row] ?? '').includes('"type":"refused-by-gate"')

describe.each([...new Set(EVERYTHING.map(({ column }) => column))])('a file at %s', (column) => {
  const cells = EVERYTHING.filter((cell) => cell.column === column && cell.row !== 'submit')
  const deeds = cells.filter(isDeed)

  it('changes in nothing for whoever is refused', async () => {
    const before = await dumpOf(app.payload)
    expect(await surprisesOfRefusals(cells.filter((cell) => !isDeed(cell)))).toEqual([])
    const after = await dumpOf(app.payload)
    expect(differenceOf(before, after).filter((row) => !notesRefusals(row, after))).toEqual([])
  })

  if (deeds.length === 0) return
  it('goes where the table says for whoever may', async () => {
    expect(await surprisesOfDeeds(deeds)).toEqual([])
  })
})

describe('an application', () => {
  it('is opened for whoever asks, and a second one where the table says', async () => {
    expect(await surprisesOfRefusals(PEOPLE.filter(({ row }) => row === 'submit'))).toEqual([])
  })
})

/** What comes due, on the day on which it does: days from now. */
const DUE: Record<string, { days: number; act: (file: Standing) => Promise<boolean> }> = {
  'announce the expiry': { days: 47, act: ({ id }) => noticeExpiry(app.payload, id) },
  'recall the request': { days: 8, act: async ({ id }) => remindRequest(app.payload, await requestOf(id)) },
  'recall the round at half': {
    days: 6,
    act: async ({ id }) => remindElectors(app.payload, await roundOf(id), 'half'),
  },
  'recall the round on its last day': {
    days: 9,
    act: async ({ id }) => remindElectors(app.payload, await roundOf(id), 'last-day'),
  },
  'alert of a refusal not told': { days: 8, act: ({ id }) => alertRefusal(app.payload, id) },
}

const roundOf = async (id: string): Promise<string> => (await roundsOf(app.payload, id)).at(-1)?.id ?? randomUUID()

async function requestOf(adhesion: string): Promise<{ id: string; adhesion: string }> {
  const { docs } = await app.payload.find({
    collection: 'information-requests',
    where: { adhesion: { equals: adhesion } },
    depth: 0,
    overrideAccess: true,
  })
  return { id: docs[0]?.id ?? randomUUID(), adhesion }
}

describe('in time', () => {
  it.each(REMINDERS)('$row: a file at $column', async ({ row, column, word }) => {
    const due = DUE[row]
    if (!due) throw new Error(`Nothing brings ${row}`)
    const file = isLetter(word) ? await doubleOf(app.payload, baseOf(column).id) : baseOf(column)
    const before = await standOf(app.payload, file.id)
    const acted = await after(due.days, () => due.act(file))
    expect(acted ? await letterOf(file.id) : '=').toBe(word)
    if (word === '=') expect(await standOf(app.payload, file.id)).toBe(before)
    else expect(await after(due.days, () => due.act(file))).toBe(false)
  })
})
