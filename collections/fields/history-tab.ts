/** A tab of a record beside its form that shows what happened to it. */
export const historyTab = (label: string, Component: string) => ({
  edit: { history: { Component, path: '/historique', tab: { label, href: '/historique' } } } as const,
})
