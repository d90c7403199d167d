import { mongo } from 'mongoose'
import { inject, afterAll, beforeAll, expect, it } from 'vitest'
import { migrations } from '../../src/db/migrations/index.ts'
import { startApp, type TestApp } from '../support/app.ts'

const url = new URL(inject('mongoUrl'))
url.pathname = `/upgrade-${new mongo.ObjectId().toHexString()}`

let client: mongo.MongoClient
let app: TestApp | null = null

beforeAll(async () => {
  client = await new mongo.MongoClient(url.toString()).connect()
})

afterAll(async () => {
  await app?.stop()
  await client.close()
})

const at = new Date('2026-11-01T10:00:00Z')
const ids = (count: number) => Array.from({ length: count }, () => new mongo.ObjectId())
const [adhesions, ballots, people, votes] = [ids(2), ids(2), ids(2), ids(3)]
const stamps = { createdAt: at, updatedAt: at }

const idAt = (list: readonly mongo.ObjectId[], place: number): mongo.ObjectId => {
  const id = list[place]
  if (!id) throw new Error(`No row at ${place}`)
  return id
}

/** What the release before stored of two files that the Bureau judged, with its indexes. */
async function fillAsBefore(db: mongo.Db): Promise<void> {
  await db.collection<{ _id: string; version: string }>('cpof-schema').insertOne({
    _id: 'schema',
    version: '20261130_010000_hold',
  })
  await db.collection('ballots').createIndex({ subject: 1, round: 1 }, { unique: true })
  await db.collection('votes').createIndex({ ballot: 1, person: 1 }, { unique: true })
  await db.collection('ballots').insertMany(
    ballots.map((_id, place) => ({
      _id,
      subject: `adhesion:${idAt(adhesions, place).toHexString()}`,
      adhesion: idAt(adhesions, place),
      round: 1,
      mode: place === 0 ? 'online' : 'session',
      status: 'closed',
      rule: { quorum: { numerator: 1, denominator: 2 }, minimumFor: 2 },
      electorate: people.map((person) => ({ person: person.toHexString(), name: 'Une personne' })),
      recused: [],
      opensAt: at,
      tally: { counts: { for: 2, against: 0, abstain: 0 }, voicesToCome: 0, outcome: 'approved' },
      ...(place === 1 ? { session: { present: [], sessionDay: '2026-11-01', voices: { counts: { for: 2 } } } } : {}),
      ...stamps,
    })),
  )
  // One person voted in both.
  const cast = [
    [0, 0],
    [1, 0],
    [0, 1],
  ] as const
  await db.collection('votes').insertMany(
    cast.map(([person, ballot], place) => ({
      _id: idAt(votes, place),
      adhesion: idAt(adhesions, ballot),
      ballot: idAt(ballots, ballot),
      person: idAt(people, person),
      choice: 'for',
      castAt: at,
      live: true,
      ...stamps,
    })),
  )
  await db.collection('adhesions').insertMany(
    adhesions.map((_id, place) => ({
      _id,
      reference: `CPOF-${place}`,
      kind: 'member',
      status: 'validated',
      rev: 3,
      slot: `released:${_id.toHexString()}`,
      identifierKey: `siren:${place}`,
      organisation: { legalName: 'Atelier' },
      ballot: place === 0 ? idAt(ballots, 0) : null,
      openedBy: 'nobody',
      ...stamps,
    })),
  )
  await db.collection('journal').insertOne({ subject: 'adhesion:x', rank: 1, type: 'ballot-closed', ...stamps })
}

const countsIn = async (db: mongo.Db): Promise<Record<string, number>> => {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  const counts = await Promise.all(
    names.map(async (name) => [name, await db.collection(name).countDocuments()] as const),
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

it('brings a filled database of an earlier schema to the present one, loses no row, and may begin again', async () => {
  const db = client.db()
  await fillAsBefore(db)
  const before = await countsIn(db)
  // A start that was ended half-way: Mongoose had made the empty collection, the votes named their round already, and one its subject.
  await db.createCollection('rounds')
  await db.collection('votes').dropIndex('ballot_1_person_1')
  await db.collection('votes').updateMany({}, { $rename: { ballot: 'round' } })
  const subject = `adhesion:${idAt(adhesions, 0).toHexString()}`
  await db.collection('votes').updateOne({ _id: idAt(votes, 0) }, { $set: { subject }, $unset: { adhesion: '' } })

  app = await startApp({ DATABASE_URL: url.toString() })
  const { ballots: renamed, ...others } = before
  expect(await countsIn(db)).toEqual({ ...others, rounds: renamed })
  const { docs } = await app.payload.find({ collection: 'votes', sort: 'id', depth: 0, overrideAccess: true })
  const subjectAt = (place: number): string => `adhesion:${idAt(adhesions, place).toHexString()}`
  expect(docs.map(({ id, round, subject }) => [id, round, subject])).toEqual(
    [0, 0, 1].map((ballot, place) => [
      idAt(votes, place).toHexString(),
      idAt(ballots, ballot).toHexString(),
      subjectAt(ballot),
    ]),
  )
  const files = await db.collection('adhesions').find().sort({ _id: 1 }).toArray()
  expect(
    files.map(({ currentRound }) => (currentRound instanceof mongo.ObjectId ? currentRound.toHexString() : null)),
  ).toEqual([idAt(ballots, 0).toHexString(), null])
  expect(files.filter((file) => 'ballot' in file || 'openedBy' in file)).toEqual([])
  expect(
    await db
      .collection('rounds')
      .find({}, { projection: { tally: 1, session: 1 } })
      .sort({ _id: 1 })
      .toArray(),
  ).toMatchObject([
    { tally: { votesToCome: 0, outcome: 'approved' } },
    { tally: { votesToCome: 0 }, session: { sessionDay: '2026-11-01', votes: { counts: { for: 2 } } } },
  ])
  for (const name of ['rounds', 'votes'])
    expect(await db.collection(name).countDocuments({ adhesion: { $exists: true } })).toBe(0)
  expect(
    (await db.collection('rounds').find().sort({ _id: 1 }).toArray()).map(({ subject }) => subject as unknown),
  ).toEqual([0, 1].map(subjectAt))
  expect(await db.collection('rounds').countDocuments({ 'tally.voicesToCome': { $exists: true } })).toBe(0)
  const indexes = await db.collection('votes').indexes()
  expect(indexes.map(({ key }) => key)).toContainEqual({ round: 1, person: 1 })
  expect(indexes.filter(({ key }) => 'ballot' in key)).toEqual([])
  expect(await db.collection<{ _id: string }>('cpof-schema').findOne({ _id: 'schema' })).toMatchObject({
    version: migrations.at(-1)?.name,
  })
})
