'use client'
import { ENROL } from './words.ts'

/** Ten codes that are shown once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <section aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{ENROL.codesTitle}</h2>
      <p>{ENROL.codesHelp}</p>
      <ol className="sign-in__codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <button type="button" className="btn btn--style-primary btn--size-large" onClick={onKept}>
        {ENROL.kept}
      </button>
    </section>
  )
}
