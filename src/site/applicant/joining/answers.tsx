import type { ReactElement } from 'react'
import type { DraftValues } from '../../../adhesion/join-drafts.ts'
import type { Issue } from '../../../lib/errors.ts'
import { Facts, Lines, type Fact } from '../../views/facts.tsx'
import type { FieldSpec } from '../../views/form/field-spec.ts'
import { Notice } from '../../views/notice.tsx'
import { listIn, textIn } from '../../fields.ts'
import { partsOf, stepsFor, type Step } from './steps.ts'
import { JOINING_TEXTS } from './texts.ts'
import { Help } from './step-page.tsx'

const T = JOINING_TEXTS.review

type Props = {
  values: DraftValues
  /** Where each step is answered again. */
  hrefOf: (step: Step) => string
  /** Remarks on what the secretariat will ask about; none of them refuses the form. */
  warnings: readonly Issue[]
  /** The privacy notice in force, a paragraph each. */
  notice: readonly string[]
}

/** Everything that was answered, step by step, each with the way to answer it again. */
export function Answers({ values, hrefOf, warnings, notice }: Props): ReactElement {
  return (
    <>
      <p className="lead">{T.lead}</p>
      {warnings.length > 0 && (
        <Notice tone="warn" title={T.warningsTitle}>
          {warnings.map(({ path, messages }) => (
            <p key={path}>{messages.fr}</p>
          ))}
        </Notice>
      )}
      {stepsFor(values)
        .filter((step) => step !== 'verifier')
        .map((step) => {
          const facts = partsOf(step, values).flatMap(({ fields }) => fields.flatMap((spec) => factOf(spec, values)))
          const { title } = JOINING_TEXTS.steps[step]
          return (
            <section key={step} className="answered">
              <h2>{title}</h2>
              <a href={hrefOf(step)} aria-label={`${T.change} – ${title}`}>
                {T.change}
              </a>
              {facts.length > 0 ? <Facts facts={facts} className="brief" /> : <p>{T.emptyPart}</p>}
            </section>
          )
        })}
      <p>{T.next(textIn(values, 'representative.email'))}</p>
      <Help title={JOINING_TEXTS.privacy.title} lines={notice} />
    </>
  )
}

function factOf(spec: FieldSpec, values: DraftValues): Fact[] {
  const given = listIn(values, spec.path).filter((value) => value.trim() !== '')
  if (given.length === 0) return []
  const options = 'options' in spec ? spec.options : []
  const words = given.map((value) => options.find((option) => option.value === value)?.label ?? value)
  return [
    {
      label: spec.label,
      value: spec.control === 'textarea' ? <Lines lines={(words[0] ?? '').split(/\r?\n/)} /> : words.join(', '),
    },
  ]
}
