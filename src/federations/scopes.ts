/** What a key may be used for. The names stand in the database and in the API: they never change. */
export const SCOPES = ['submit', 'read', 'webhooks'] as const
export type Scope = (typeof SCOPES)[number]

export const SCOPE_LABELS: Readonly<Record<Scope, string>> = {
  submit: 'Déposer des demandes d’adhésion',
  read: 'Suivre ses demandes',
  webhooks: 'Recevoir des notifications',
}

const known: ReadonlySet<string> = new Set(SCOPES)

/** Whether a text names a scope. */
const isScope = (value: string): value is Scope => known.has(value)

/** Scopes in the words of the panel and of e-mails. */
export const scopesInWords = (scopes: readonly string[]): string =>
  scopes
    .filter(isScope)
    .map((scope) => SCOPE_LABELS[scope])
    .join(', ')
