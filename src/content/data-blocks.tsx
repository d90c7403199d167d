import type { ReactElement } from 'react'
import { BLOCK_TEXTS } from './block-texts.ts'
import { FIGURES, type BlockData, type FiguresBlock, type GovernanceBlock, type MembersBlock } from './page-block.ts'

type Today = { data: BlockData; lang: 'fr' | 'en' }

/** How many we are, and on which day. */
export function Figures({ title, shown, data, lang }: FiguresBlock & Today): ReactElement {
  const texts = BLOCK_TEXTS[lang]
  const chosen = FIGURES.filter((name) => !shown || shown.length === 0 || shown.includes(name))
  return (
    <section className="figures">
      {title && <h2>{title}</h2>}
      <dl>
        {chosen.map((name) => (
          <div key={name}>
            <dt>{texts.figures[name](data.figures[name])}</dt>
            <dd>{data.figures[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="small">{texts.asOf(data.day)}</p>
    </section>
  )
}

/** The block of those who hold a mandate today, in the body that was chosen or in each. */
export function Governance({ title, body, data, lang }: GovernanceBlock & Today): ReactElement {
  const chosen = idOf(body)
  const Name = title ? 'h3' : 'h2'
  return (
    <section className="bodies">
      {title && <h2>{title}</h2>}
      {data.bodies
        .filter(({ id }) => chosen === null || id === chosen)
        .map(({ id, href, name, mission, isAssembly, holders }) => (
          <div key={id} className="body">
            <Name>
              <a href={href}>{name}</a>
            </Name>
            {mission && <p>{mission}</p>}
            {holders.length === 0 ? (
              <p className="small">{isAssembly ? BLOCK_TEXTS[lang].allMeet : BLOCK_TEXTS[lang].nobodySits}</p>
            ) : (
              <ul className="seats" role="list">
                {holders.map((holder) => (
                  <li key={holder.id}>
                    <strong>{holder.name}</strong>
                    <span lang="fr">{holder.role}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
    </section>
  )
}

/** The members of the directory, those of a kind or of a region where the editor says so. */
export function Members({ title, kind, region, data, lang }: MembersBlock & Today): ReactElement {
  const texts = BLOCK_TEXTS[lang]
  const listed = data.members.filter(
    (member) => (!kind || member.kind === kind) && (!region || member.region === region),
  )
  return (
    <section>
      {title && <h2>{title}</h2>}
      {listed.length === 0 ? (
        <p>{texts.nobodyListed}</p>
      ) : (
        <ul className="entries" role="list">
          {listed.map(({ href, name, acronym, kind: own, place }) => (
            <li key={href}>
              <a href={href}>{name}</a>
              {acronym && <span> ({acronym})</span>}
              <p>{[texts.kinds[own], place].filter(Boolean).join(', ')}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function idOf(related: unknown): string | null {
  if (typeof related === 'string') return related
  return typeof related === 'object' && related !== null && 'id' in related && typeof related.id === 'string'
    ? related.id
    : null
}
