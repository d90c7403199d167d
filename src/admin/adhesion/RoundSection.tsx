import { FactList } from '../FactList.tsx'
import type { RoundModel, EarlierRound, ElectorModel } from './model.ts'
import { Section } from './Section.tsx'
import { SECTIONS, TEXTS } from './words.ts'

/** The present round with its rule in words, who has voted and the tally, and the rounds before it. */
export function RoundSection({ round, earlier }: { round: RoundModel | null; earlier: readonly EarlierRound[] }) {
  return (
    <Section title={SECTIONS.round}>
      {round ? <Round round={round} /> : null}
      {earlier.length > 0 ? (
        <ul className="file-earlier">
          {earlier.map(({ round, text }) => (
            <li key={round}>{text}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

function Round({ round }: { round: RoundModel }) {
  return (
    <>
      <p className="file-round">
        {round.title} <span className="file-request__state">{round.state}</span>
      </p>
      <FactList facts={round.facts} />
      {round.counts ? <Counts counts={round.counts} /> : null}
      {round.standing ? <p>{round.standing}</p> : null}
      {round.hidden ? <p className="file-quiet">{round.hidden}</p> : null}
      <h3>{SECTIONS.electors}</h3>
      {round.electors ? <Electors electors={round.electors} /> : <p>{round.names.join(', ')}</p>}
      {round.recused.length > 0 ? (
        <>
          <h3>{SECTIONS.recused}</h3>
          <ul className="file-earlier">
            {round.recused.map(({ name, reason }) => (
              <li key={name}>
                {name}. {reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details className="file-more">
        <summary>{SECTIONS.rule}</summary>
        <p className="file-prose">{round.rule}</p>
        {round.toVerify ? <p className="file-quiet">{TEXTS.toVerify}</p> : null}
      </details>
    </>
  )
}

function Counts({ counts }: { counts: readonly { label: string; count: number }[] }) {
  return (
    <dl className="file-counts">
      {counts.map(({ label, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}

function Electors({ electors }: { electors: readonly ElectorModel[] }) {
  return (
    <ul className="file-electors">
      {electors.map(({ person, name, role, vote, cast, reason }) => (
        <li key={person} className={cast ? 'file-electors__cast' : undefined}>
          <span>
            {name}
            {role ? <span className="file-quiet"> {role}</span> : null}
          </span>
          <span className="file-electors__vote">{vote}</span>
          {reason ? <p className="file-quiet file-prose">{reason}</p> : null}
        </li>
      ))}
    </ul>
  )
}
