import { invalidBody } from '../../adhesion/errors.ts'
import { isDay, momentIn, type Day } from '../../lib/dates.ts'
import type { Fault } from '../../lib/errors.ts'

const FAULTS = {
  required: { fr: 'Cette information est nécessaire.', en: 'This is required.' },
  'unknown-field': {
    fr: 'Ce champ n’existe pas ou ne peut pas être renseigné.',
    en: 'There is no such field, or it cannot be set.',
  },
  'too-long': { fr: 'Ce texte est trop long.', en: 'This text is too long.' },
  'not-a-text': { fr: 'Un texte est attendu.', en: 'A text is expected.' },
  'not-a-day': { fr: 'Une date est attendue, par exemple 2026-11-23.', en: 'A date is expected, such as 2026-11-23.' },
  'not-a-moment': {
    fr: 'Une date et une heure sont attendues, par exemple 2026-11-23T09:30.',
    en: 'A date and a time are expected, such as 2026-11-23T09:30.',
  },
  'not-a-choice': { fr: 'Cette valeur n’est pas proposée.', en: 'This value is not offered.' },
  'not-a-number': { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' },
  'not-a-list': { fr: 'Une liste est attendue.', en: 'A list is expected.' },
  'not-true': { fr: 'Cette case doit être cochée.', en: 'This must be true.' },
  'not-an-object': { fr: 'Un objet JSON est attendu.', en: 'A JSON object is expected.' },
} as const

type FaultCode = keyof typeof FAULTS

/** Reads one JSON object key by key and keeps everything that is wrong with it, to be said at once. */
export class BodyReader {
  readonly #body: Record<string, unknown>
  readonly #known = new Set<string>(['rev'])
  readonly #faults: Fault[] = []
  readonly #prefix: string

  constructor(body: unknown, prefix = '') {
    this.#prefix = prefix
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      this.#body = Object.fromEntries(Object.entries(body))
    } else {
      this.#body = {}
      this.fault('', 'not-an-object')
    }
  }

  fault(key: string, code: FaultCode): void {
    this.#faults.push({ path: `${this.#prefix}${key}`, code, messages: FAULTS[code] })
  }

  #take(key: string): unknown {
    this.#known.add(key)
    const value = this.#body[key]
    return value === null || value === '' ? undefined : value
  }

  /** A text, trimmed and in Unicode's composed form; undefined when it is absent and may be. */
  optionalText(key: string, longest: number): string | undefined {
    const value = this.#take(key)
    if (value === undefined) return undefined
    if (typeof value !== 'string') {
      this.fault(key, 'not-a-text')
      return undefined
    }
    const text = value.normalize('NFC').trim()
    if (text.length > longest) this.fault(key, 'too-long')
    return text === '' ? undefined : text
  }

  text(key: string, longest: number): string {
    const text = this.optionalText(key, longest)
    if (text === undefined && !this.#faults.some(({ path }) => path === `${this.#prefix}${key}`))
      this.fault(key, 'required')
    return text ?? ''
  }

  day(key: string): Day {
    const value = this.text(key, 10)
    if (value !== '' && !isDay(value)) this.fault(key, 'not-a-day')
    return value
  }

  /** A moment; without an offset by the clock of Paris. */
  moment(key: string): Date {
    const value = this.text(key, 40)
    const at = momentIn(value)
    if (value !== '' && !at) this.fault(key, 'not-a-moment')
    return at ?? new Date(0)
  }

  choice<const Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.#take(key)
    if (value === undefined) this.fault(key, 'required')
    const found = choices.find((choice) => choice === value)
    if (value !== undefined && found === undefined) this.fault(key, 'not-a-choice')
    return found
  }

  whole(key: string): number {
    const value = this.#take(key)
    if (value === undefined) this.fault(key, 'required')
    else if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) this.fault(key, 'not-a-number')
    else return value
    return 0
  }

  flag(key: string): boolean | undefined {
    const value = this.#take(key)
    if (value === undefined) return undefined
    if (typeof value !== 'boolean') this.fault(key, 'not-a-choice')
    return value === true
  }

  /** A list, each entry read by `read`; absent is empty. */
  list<Entry>(key: string, read: (entry: unknown, at: string) => Entry | undefined): Entry[] {
    const value = this.#take(key)
    if (value === undefined) return []
    if (!Array.isArray(value) || value.length > 200) {
      this.fault(key, 'not-a-list')
      return []
    }
    return value.flatMap((entry: unknown, index) => {
      const result = read(entry, `${key}.${index}`)
      return result === undefined ? [] : [result]
    })
  }

  /** An object of its own; its faults stand with the rest. */
  group<Value>(key: string, read: (reader: BodyReader) => Value): Value | undefined {
    const value = this.#take(key)
    if (value === undefined) return undefined
    const reader = new BodyReader(value, `${this.#prefix}${key}.`)
    reader.#known.delete('rev')
    const result = read(reader)
    reader.#refuseUnknown()
    this.#faults.push(...reader.#faults)
    return result
  }

  has(key: string): boolean {
    return this.#body[key] !== undefined
  }

  #refuseUnknown(): void {
    for (const key of Object.keys(this.#body)) if (!this.#known.has(key)) this.fault(key, 'unknown-field')
  }

  /** The revision the caller acted on, where it was sent. */
  rev(): number | undefined {
    return this.has('rev') ? this.whole('rev') : undefined
  }

  /** Ends the reading: everything that is wrong. */
  faults(): readonly Fault[] {
    this.#refuseUnknown()
    return this.#faults
  }

  /** Ends the reading. @throws DomainError 400 with all faults. */
  end(): void {
    if (this.faults().length > 0) throw invalidBody(this.#faults)
  }
}
