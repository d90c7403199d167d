import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { runDue } from '../jobs/timers.ts'
import { settingsOf } from '../lib/settings.ts'
import { whileSeeding } from '../record/messages.ts'
import { seedAdhesions } from './adhesions.ts'
import { seedDocuments } from './documents.ts'
import { seedEvents } from './events.ts'
import { seedBodies, seedCharter, seedMandates } from './governance.ts'
import { seedMembers } from './members.ts'
import { seedPages } from './pages.ts'
import { seedPublications } from './publications.ts'
import { Story } from './story.ts'
import { SAMPLE_ACCOUNTS, seedTeam } from './team.ts'

export type Seeded = { accounts: typeof SAMPLE_ACCOUNTS; password: string; passwordWasMade: boolean }

/** Whether nobody has an account yet: the sign of an instance that was never used. */
export async function isEmpty(payload: Payload): Promise<boolean> {
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  return totalDocs === 0
}

/**
 * Fills an empty instance with the sample data: fictional people and organisations, files in every state made
 * by the use-cases under a set clock. E-mails of the story are noted as sent; none leaves.
 * @throws Error outside demo and test mode: sample data never enters a production database.
 */
export async function seedDemo(payload: Payload): Promise<Seeded> {
  const env = settingsOf(payload)
  if (env.APP_MODE === 'production') throw new Error('Sample data is refused in production.')
  const password = env.DEMO_PASSWORD ?? randomBytes(9).toString('base64url')
  const story = new Story(payload)
  await whileSeeding(payload, async () => {
    const team = await seedTeam(payload, password)
    await seedCharter(payload, team, story)
    const bodies = await seedBodies(payload)
    const members = await seedMembers(payload, team, story)
    await seedMandates(payload, team, bodies, members, story)
    await seedAdhesions(story, team)
    await seedPages(payload)
    await seedPublications(payload, team, story)
    story.end()
    await seedEvents(payload, story.today)
    await seedDocuments(payload, story.today, bodies.bureau.id)
    // What the story left due (reminders, an overdue refusal) is noted as sent too: nothing leaves at the first start.
    await runDue(payload)
  }).finally(() => story.end())
  return { accounts: SAMPLE_ACCOUNTS, password, passwordWasMade: env.DEMO_PASSWORD === undefined }
}
