/** The address of a stored PDF, which answers to whom may read what it belongs to. */
export const fileHref = (filename: string): string => `/api/files/file/${encodeURIComponent(filename)}`
