import { expect } from 'vitest'
import { validSiret } from './factories.ts'
import { fieldsOn, type Page, type visitor } from './site.ts'

let count = 0

export type Typed = Record<string, string>
export type Answers = Record<'vous' | 'siret' | 'organisme' | 'signataire', Typed>

/** What an organisation of its own answers, step by step. */
export function answers(): Answers {
  count += 1
  return {
    vous: { kind: 'member', place: 'france' },
    siret: { 'organisation.siret': validSiret() },
    organisme: {
      'organisation.legalName': `Les Ateliers n° ${count}`,
      'organisation.address.line1': '4 rue des Tanneurs',
      'organisation.address.postalCode': '69003',
      'organisation.address.city': 'Lyon',
    },
    signataire: {
      'representative.firstName': 'Jeanne',
      'representative.lastName': 'Dupont',
      'representative.function': 'Présidente',
      'representative.capacity': 'legal-representative',
      'representative.email': `jeanne.${count}@atelier.example`,
    },
  }
}

/** The form of a page, with what is typed into it. */
export function typedInto(page: Page, typed: Typed): URLSearchParams {
  const fields = fieldsOn(page)
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return fields
}

/** The step at an address. */
export const stepOf = (address: string): string => /\/([a-z]+)(\?.*)?$/.exec(address)?.[1] ?? ''

/** What is ticked before sending. */
export const READ: Typed = { privacyNoticeRead: 'true' }

/** Joining by the form, as somebody does who sees no page of it. */
export function joiner(site: ReturnType<typeof visitor>) {
  /** Begins an application. @returns the address of its first step */
  async function begin(): Promise<string> {
    const { location } = await site.post('/nous-rejoindre', fieldsOn(await site.get('/nous-rejoindre')))
    expect(location).toMatch(/^\/nous-rejoindre\/demande\/[\w-]{43}\/vous$/)
    return location ?? ''
  }

  /** Answers the step at an address. @returns where that leads */
  async function answerStep(address: string, typed: Typed): Promise<string> {
    const { status, location } = await site.post(address, typedInto(await site.get(address), typed))
    expect(status).toBe(303)
    return location ?? ''
  }

  /** Answers all that is asked. @returns the address where it is read over */
  async function answerAll(given: Answers): Promise<string> {
    let address = await begin()
    for (const typed of Object.values(given)) address = await answerStep(address, typed)
    expect(stepOf(address)).toBe('verifier')
    return address
  }

  const send = async (address: string): Promise<Page> => site.post(address, typedInto(await site.get(address), READ))

  return { begin, answerStep, answerAll, send }
}
