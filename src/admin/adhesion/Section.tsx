import { useId, type ReactNode } from 'react'

/** One part of the file, under its heading; `nothing` is said in place of an empty part. */
export function Section({
  title,
  nothing,
  children,
}: {
  title: string
  nothing?: string | undefined
  children?: ReactNode
}) {
  const id = useId()
  return (
    <section className="file-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {nothing === undefined ? children : <p className="file-quiet">{nothing}</p>}
    </section>
  )
}
