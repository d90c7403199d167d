/** One record that waits for somebody. */
export type QueueItem = { id: string; href: string; name: string; detail: string; when: string }

/** What waits, under its heading, most pressing first; an empty one is not shown. */
export type Queue = { title: string; items: QueueItem[]; more: number }
