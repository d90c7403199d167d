/** The texts of a form by name, the last of each; `files` are the names under which files come. A file elsewhere stands as what it is: no text. */
export const textsOf = (form: FormData, files: readonly string[]): Record<string, unknown> =>
  Object.fromEntries([...form].filter(([name]) => !files.includes(name)))
