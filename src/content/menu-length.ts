/** Links that editors may choose for the head of the pages: as many as one row holds. */
export const MOST_IN_HEADER = 5
