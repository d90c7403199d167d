import type { ReactElement } from 'react'
import type { State } from '../../../adhesion/lifecycle/states.ts'
import { Mark } from '../../../content/mark.tsx'
import { FOLLOW_UP_TEXTS as T, STATE_TEXTS, STEPS } from './follow-up-texts.ts'

/** How far a file is on the road to joining: the hemicycle fills seat by seat, and a list says it in words. */
export function Progress({ state }: { state: State }): ReactElement | null {
  const { step } = STATE_TEXTS[state]
  if (step === null) return null
  return (
    <div className="progress">
      <Mark taken={step} />
      <ol className="steps" aria-label={T.progress}>
        {STEPS.map((label, index) => {
          const [className, word] =
            index < step ? ['is-done', T.done] : index === step ? ['is-current', T.current] : ['', T.toCome]
          return (
            <li key={label} className={className || undefined} aria-current={index === step ? 'step' : undefined}>
              {label} <span>{word}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
