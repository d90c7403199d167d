/**
 * Header by which the answer with a public file tells the front door the ETag of the file: whatever a store of files
 * says itself, this is what is answered. It never leaves the house.
 */
export const ANSWERED_ETAG = 'x-cpof-etag'
