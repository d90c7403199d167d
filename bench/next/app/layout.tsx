import type { ReactNode } from 'react'

/** What Next asks for around a page. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr">
      <body>{children}</body>
    </html>
  )
}
