import { line, type Line } from './line.ts'
import type { Arrived } from './post-office.ts'
import { type Desk, find, instruct, sign, submit, vote } from './requests.ts'
import { story, type Story } from './story.ts'
import type { SignedIn, Team } from './team.ts'

/** Clients that go on whatever happens to the server. */
export type Load = {
  /** For the post office: who is to sign reads their e-mails. */
  read: (mail: Arrived) => void
  /** Fulfilled when all have come to their ends; rejects as soon as one was told what they should not be told. */
  begin: (team: Team<SignedIn>) => Promise<unknown>
  /** Nobody begins anything any more. */
  end: () => void
}

const APPLICANTS = 2
const SIGNATORIES = 2
/** Files at most whose link to sign is under way: without a bound the outbox would only ever grow. */
const UNDER_WAY = 8

type Signing = { of: Story; token: string }
type File = { of: Story; id: string; votes: number }

/** Applicants, representatives, the secretariat and the Bureau, all at the same time. */
export function load(desk: Desk): Load {
  const stories = new Map<string, Story>()
  const signing = line<Signing>()
  const places = line<number>()
  const lines: Pick<Line<never>, 'close'>[] = [signing, places]

  const apply = async (number: number) => {
    const next = story(number)
    stories.set(next.representative, next)
    if (next.twin) await submit(desk, next.twin)
    await submit(desk, next.application)
  }

  const begin = ({ secretariat, bureau }: Team<SignedIn>) => {
    const secretaries = secretariat.map((secretary) => ({ secretary, files: line<{ of: Story; reference: string }>() }))
    const electors = bureau.map((elector, place) => ({ elector, place, files: line<File>() }))
    lines.push(...[...secretaries, ...electors].map(({ files }) => files))
    const clients = [
      ...Array.from({ length: APPLICANTS }, () => each(places, apply)),
      ...Array.from({ length: SIGNATORIES }, () =>
        each(signing, async ({ of, token }) => {
          const reference = await sign(desk, token)
          secretaries[of.number % secretaries.length]?.files.join({ of, reference })
        }),
      ),
      ...secretaries.map(({ secretary, files }) =>
        each(files, async ({ of, reference }) => {
          const id = await find(desk, secretary, reference)
          await instruct(desk, secretary, id)
          const file: File = { of, id, votes: 0 }
          for (const { files: waiting } of electors) waiting.join(file)
        }),
      ),
      ...electors.map(({ elector, place, files }) =>
        each(files, async (file) => {
          const { id, of, votes: before } = file
          file.votes += 1
          await vote(desk, elector, { id, choice: of.votes[place] ?? 'abstain', before })
        }),
      ),
    ]
    for (let number = 0; number < UNDER_WAY; number += 1) places.join(number)
    return Promise.all(clients)
  }

  return {
    begin,
    read: ({ to, text }) => {
      const of = stories.get(to)
      const [, token] = /\/adhesion\/signature\/([\w-]{43})/.exec(text) ?? []
      if (!of || token === undefined) return
      stories.delete(to)
      signing.join({ of, token })
      places.join(of.number + UNDER_WAY)
    },
    end: () => {
      for (const each of lines) each.close()
    },
  }
}

async function each<Item>(waiting: Line<Item>, serve: (item: Item) => Promise<void>): Promise<void> {
  for (let item = await waiting.next(); item !== null; item = await waiting.next()) await serve(item)
}
