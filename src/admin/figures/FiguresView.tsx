import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { secretariatOrBureau } from '../../../access/secretariat-or-bureau.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { Section } from '../adhesion/Section.tsx'
import { FactList } from '../FactList.tsx'
import { PanelPage } from '../PanelPage.tsx'
import { readerOf } from '../reader.ts'
import { Bars, FigureTable } from './Bars.tsx'
import { readFigures, type Figures } from './read-figures.ts'
import { FIGURES, FIGURES_PATH } from './words.ts'

/** The figures of a year, for the secretariat and the Bureau; for everybody else there is no such page. */
export async function FiguresView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const reader = readerOf(req.payload, req)
  if (!reader || !(await secretariatOrBureau(reader))) notFound()
  const present = Number(parisDay(now()).slice(0, 4))
  const asked = Number(view.searchParams?.['year'])
  const figures = await readFigures(
    reader,
    Number.isInteger(asked) && asked > 1999 && asked <= present ? asked : present,
  )
  return (
    <PanelPage view={view} title={FIGURES.title} heading={FIGURES.titleOf(figures.year)} path={FIGURES_PATH}>
      <form method="get" action={FIGURES_PATH} className="list-on-day">
        <label htmlFor="figures-year">{FIGURES.year}</label>
        <input id="figures-year" name="year" type="number" min={2000} max={present} defaultValue={figures.year} />
        <button type="submit" className="btn btn--style-secondary btn--size-small">
          {FIGURES.show}
        </button>
      </form>
      <Shown figures={figures} />
    </PanelPage>
  )
}

function Shown({ figures: { states, months, delays, regions, today } }: { figures: Figures }) {
  const ofMembers = today ? FIGURES.membersToday : FIGURES.members
  return (
    <>
      <Section title={FIGURES.files} nothing={states.length === 0 ? FIGURES.noFiles : undefined}>
        <p className="file-quiet">{FIGURES.filesIntro}</p>
        <Bars rows={months} title={FIGURES.files} />
        <FigureTable caption={FIGURES.files} first={FIGURES.month} columns={states} all={FIGURES.all} rows={months} />
      </Section>
      <Section title={FIGURES.delays} nothing={delays === null ? FIGURES.noDelays : undefined}>
        <p className="file-quiet">{FIGURES.delaysIntro}</p>
        {delays ? (
          <FactList
            facts={[
              { label: FIGURES.count, value: String(delays.count) },
              { label: FIGURES.median, value: FIGURES.days(delays.median) },
              { label: FIGURES.p90, value: FIGURES.days(delays.p90) },
            ]}
          />
        ) : null}
      </Section>
      <Section title={ofMembers} nothing={regions.length === 0 ? FIGURES.noMembers : undefined}>
        <Bars rows={regions} title={ofMembers} />
        <FigureTable
          caption={ofMembers}
          first={FIGURES.region}
          columns={[FIGURES.member, FIGURES.partner]}
          all={FIGURES.all}
          rows={regions}
        />
      </Section>
    </>
  )
}
