import type { SessionRecord } from '../../src/deliberation/stored-round.ts'

/** What the secretariat sends of a session. */
export const sessionSent = ({ votes, represented, ...record }: SessionRecord) => ({
  ...record,
  represented: represented.map(({ elector, by = null }) => ({ elector, by })),
  ...('byName' in votes
    ? { voices: votes.byName.map(({ elector: person, choice }) => ({ person, choice })) }
    : { counts: { ...votes.counts, ...(votes.chairChoice ? { chairChoice: votes.chairChoice } : {}) } }),
})
