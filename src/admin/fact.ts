/** One line of a record: what it is called and what it says; nothing is shown where nothing was declared. */
export type Fact = { label: string; value: string; href?: string }
