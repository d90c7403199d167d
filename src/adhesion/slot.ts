/** The slot of a file that has ended: it no longer stands in anybody's way. */
export const releasedSlot = (adhesionId: string): string => `released:${adhesionId}`
