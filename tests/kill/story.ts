import type { VoteChoice } from '../../src/adhesion/actions/cast-vote.ts'
import { application, validSiret } from '../support/factories.ts'

/** What one organisation does, and what becomes of it. */
export type Story = {
  number: number
  application: ReturnType<typeof application>
  /** The same organisation by somebody else, before: closed as a duplicate when this one is signed. */
  twin: ReturnType<typeof application> | null
  /** Who signs. */
  representative: string
  /** What the Bureau thinks of it, by place. */
  votes: readonly VoteChoice[]
}

/** Approved each other time, else rejected, referred for a tie, referred for want of votes for. */
const VOTES: readonly (readonly VoteChoice[])[] = [
  ['for', 'for', 'abstain', 'for', 'against'],
  ['against', 'for', 'against', 'abstain', 'against'],
  ['for', 'for', 'for', 'for', 'for'],
  ['for', 'against', 'abstain', 'against', 'for'],
  ['abstain', 'for', 'for', 'for', 'for'],
  ['abstain', 'for', 'abstain', 'abstain', 'abstain'],
]

/** Every address has a domain of its own: a domain receives so many e-mails a day and no more. */
export function story(number: number): Story {
  const siret = validSiret()
  const by = (name: string) => ({
    organisation: { legalName: `Atelier ${number}`, siret },
    representative: { email: `${name}@atelier-${number}.example` },
    contact: { email: `contact.${name}@atelier-${number}.example` },
  })
  return {
    number,
    application: application(by('jeanne')),
    twin: number % 4 === 1 ? application(by('autre')) : null,
    representative: `jeanne@atelier-${number}.example`,
    votes: VOTES[number % VOTES.length] ?? [],
  }
}
