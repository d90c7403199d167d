import type { Payload } from 'payload'
import { approve } from '../publications/approve.ts'
import { giveOpinion } from '../publications/give-opinion.ts'
import { needsApproval, needsOpinion } from '../publications/rules.ts'
import { readDraft } from '../publications/stored.ts'
import { PUBLICATION_SAMPLES, type PublicationSample } from './publication-samples.ts'
import { sheet } from './sheet.ts'
import { dayAgo, type Story } from './story.ts'
import type { Team } from './team.ts'

/** The publications of the demo: fictional, in words of our own, each adopted as the association adopts its own. */
export async function seedPublications(payload: Payload, team: Team, story: Story): Promise<void> {
  for (const sample of [...PUBLICATION_SAMPLES].sort((a, b) => b.ago - a.ago)) {
    story.at(sample.ago + 6, 9)
    const id = await seedDraft(payload, sample, story)
    await seedOpinion(payload, team, story, sample, id)
    if (sample.waits) continue
    await seedApproval(payload, team, story, sample, id)
    story.at(sample.ago, 8)
    await payload.update({
      collection: 'publications',
      id,
      data: { _status: 'published' },
      depth: 0,
      overrideAccess: true,
    })
    if (sample.erratum) await seedErratum(payload, story, sample.ago - 12, id, sample.erratum)
  }
}

async function seedDraft(
  payload: Payload,
  { ago, deadlineIn, pdf, erratum: _erratum, opinion: _opinion, waits: _waits, ...sample }: PublicationSample,
  { today }: Story,
): Promise<string> {
  const file = pdf ? await seedFile(payload, sample.slug, sample.title) : undefined
  const { id } = await payload.create({
    collection: 'publications',
    data: {
      ...sample,
      publishedOn: dayAgo(today, ago),
      ...(file ? { pdf: file } : {}),
      ...(deadlineIn ? { deadline: dayAgo(today, -deadlineIn) } : {}),
      _status: 'draft',
    },
    draft: true,
    depth: 0,
    overrideAccess: true,
  })
  return id
}

async function seedOpinion(
  payload: Payload,
  team: Team,
  story: Story,
  { ago, opinion }: PublicationSample,
  id: string,
): Promise<void> {
  if (!opinion) return
  story.at(ago + 4, 14)
  await giveOpinion(payload, {
    id,
    user: team[opinion.by],
    contentHash: await hashOf(payload, id),
    opinion: opinion.opinion,
    comments: opinion.comments ?? null,
  })
}

/** Adopted by who presides the Bureau; what the committee did not see is said to go without its opinion. */
async function seedApproval(
  payload: Payload,
  team: Team,
  story: Story,
  { ago, kind, opinion }: PublicationSample,
  id: string,
): Promise<void> {
  if (!needsApproval(kind)) return
  story.at(ago + 2, 18)
  await approve(payload, {
    id,
    user: team.presidence,
    contentHash: await hashOf(payload, id),
    withoutOpinion: needsOpinion(kind) && !opinion,
  })
}

/** An erratum stands outside what was approved: it voids nothing. */
async function seedErratum(payload: Payload, story: Story, ago: number, id: string, text: string): Promise<void> {
  story.at(ago, 9)
  await payload.update({
    collection: 'publications',
    id,
    data: { errata: [{ day: dayAgo(story.today, ago), text }], _status: 'published' },
    depth: 0,
    overrideAccess: true,
  })
}

async function hashOf(payload: Payload, id: string): Promise<string> {
  const draft = await readDraft({ payload }, id)
  if (!draft) throw new Error('The demo lost a publication')
  return draft.hash
}

/** Keeps a fictional PDF that says what it stands for. */
export async function seedFile(payload: Payload, name: string, title: string): Promise<string> {
  const data = sheet([title, '', 'Document fictif de la démonstration.'])
  const { id } = await payload.create({
    collection: 'files',
    data: { title },
    file: { data, name: `${name}.pdf`, mimetype: 'application/pdf', size: data.length },
    depth: 0,
    overrideAccess: true,
  })
  return id
}
