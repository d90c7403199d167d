import type { ReactElement } from 'react'
import { safeHref } from '../../../content/href.ts'
import type { Identity } from '../../../payload-types.ts'
import { Facts, Lines, type Fact } from '../../views/facts.tsx'
import { IDENTITY_TEXTS as T } from './texts.ts'

const lines = (text: string) => <Lines lines={text.split(/\r?\n/)} />

/** The publisher of the site, from the facts that editors keep in one place; nothing while there are none. */
export function IdentityFacts({ identity }: { identity: Partial<Identity> }): ReactElement | null {
  const { legalName, rna, siren, seat, president, publicationDirector, email, phone, registers, host } = identity
  const told: readonly (readonly [label: string, value: string | null | undefined])[] = [
    [T.legalName, legalName],
    [T.rna, rna],
    [T.siren, siren],
    [T.seat, seat],
    [T.president, president],
    [T.publicationDirector, publicationDirector],
    [T.email, email],
    [T.phone, phone],
    [T.host, host],
  ]
  const facts = told.flatMap(([label, value]): Fact[] => (value ? [{ label, value: lines(value) }] : []))
  const listed = (registers ?? []).map(({ name, number, href }): Fact => {
    const address = safeHref(href)
    return { label: name, value: address === null ? (number ?? '') : <a href={address}>{number || name}</a> }
  })
  if (facts.length + listed.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="identite">
      <h2 id="identite">{T.title}</h2>
      <Facts facts={facts} />
      {listed.length > 0 && (
        <>
          <h3>{T.registers}</h3>
          <Facts facts={listed} />
        </>
      )}
    </section>
  )
}
