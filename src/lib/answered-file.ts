/**
 * Under which a file that anybody may read tells the front door what it is known again by: whatever a store of files
 * says itself, this is what is answered. It never leaves the house.
 */
export const ANSWERED_ETAG = 'x-cpof-etag'
