import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { claim } from '../../src/adhesion/actions/claim.ts'
import { notifyRefusal } from '../../src/adhesion/actions/notify-refusal.ts'
import { requestInformation } from '../../src/adhesion/actions/request-information.ts'
import { settleAfterwards } from '../../src/lib/afterwards.ts'
import { setClock } from '../../src/lib/clock.ts'
import type { Adhesion } from '../../src/payload-types.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { applied, signed } from '../support/applications.ts'
import { beforeBureau, houseWith, votes, type House } from '../support/bureau.ts'
import type { TestDoor } from '../support/door.ts'
import { adoptCharter, validSiret } from '../support/factories.ts'
import { lastToken, owed, tokenIn } from '../support/outbox.ts'
import { fieldsOn, openSiteDoor, visitor } from '../support/site.ts'

let app: TestApp
let house: House
let door: TestDoor
let site: ReturnType<typeof visitor>

const DAY = 24 * 60 * 60_000
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

beforeAll(async () => {
  app = await startApp()
  house = await houseWith(app, 3)
  door = await openSiteDoor(app, { LIMIT_SIGNATURES: '10000', LIMIT_UPLOAD_MB: '10' })
  site = visitor(door)
})

afterEach(() => setClock(null))
afterAll(async () => {
  await door.close()
  await app.stop()
})

const fileOf = (id: string): Promise<Adhesion> =>
  app.payload.findByID({ collection: 'adhesions', id, depth: 0, showHiddenFields: true })
const signHref = async (id: string) =>
  `/adhesion/signature/${await lastToken(app.payload, { adhesion: id, template: 'signature-link' })}`
const followUpHref = async (id: string) =>
  `/adhesion/suivi/${await lastToken(app.payload, { adhesion: id, template: 'receipt' }, 'followUp')}`

async function representativeHref(id: string): Promise<string> {
  const [copy] = await owed(app.payload, {
    adhesion: id,
    template: 'signed-copy',
    recipient: (await fileOf(id)).representative?.email ?? '',
  })
  if (!copy) throw new Error('The representative was sent no copy')
  return `/adhesion/suivi/${await tokenIn(app.payload, copy, 'followUp')}`
}

/** The form of a page as a browser would send it, with some fields filled in or emptied. */
async function filledIn(href: string, changes: Record<string, string> = {}): Promise<URLSearchParams> {
  const fields = fieldsOn(await site.get(href))
  for (const [name, value] of Object.entries(changes)) fields.set(name, value)
  return fields
}

async function asked(question = 'Vos statuts ?'): Promise<{ id: string; href: string }> {
  const { id } = await signed(app)
  await requestInformation(app.payload, { id, actor: house.secretary, question, deadline: '2030-01-01' })
  return { id, href: await followUpHref(id) }
}

const answerForm = (answer: string, ...files: File[]): FormData => {
  const form = new FormData()
  form.set('answer', answer)
  for (const file of files) form.append('files', file)
  return form
}

const pdf = (name: string) => new File([PDF], name, { type: 'application/pdf' })

describe('a page behind a link', () => {
  it('is kept by nobody, listed by nobody and tells no other site its address', async () => {
    const { id } = await applied(app)
    for (const path of [
      await signHref(id),
      await followUpHref(id),
      '/adhesion/lien-perdu',
      '/adhesion/suivi/inconnu',
    ]) {
      const { headers, html } = await site.get(path)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(html).not.toContain('<script')
    }
  })

  it('leaves no token in the log', async () => {
    const { id } = await applied(app)
    const href = await signHref(id)
    await site.get(href)
    await site.post(href)
    await site.get(`${await followUpHref(id)}/corriger`)
    const log = JSON.stringify(door.lines)
    expect(log).toContain('/adhesion/signature/:token')
    expect(log).not.toContain(href.split('/').at(-1))
  })
})

describe('the link to the signature', () => {
  it('shows who applies, for whom and the whole charter, and does nothing by being opened', async () => {
    const { id, reference } = await applied(app, { organisation: { legalName: 'Les Ateliers du Rhône' } })
    const { status, text } = await site.get(await signHref(id))
    expect(status).toBe(200)
    for (const words of [reference, 'Les Ateliers du Rhône', 'Jeanne Martin', 'Présidente', 'nous formons ensemble'])
      expect(text).toContain(words)
    expect((await fileOf(id)).status).toBe('awaiting-signature')
  })

  it('signs by its form, then says so, and says so again', async () => {
    const { id } = await applied(app)
    const href = await signHref(id)
    const fields = await filledIn(href, { fullName: 'Jeanne MARTIN', accept: 'true' })
    const answer = await site.post(href, fields)
    expect(answer).toMatchObject({ status: 303, location: `${href}?fait=signee` })
    expect((await site.get(`${href}?fait=signee`)).text).toContain('La charte est signée')
    expect((await site.get(href)).text).toContain('Cette charte est déjà signée')
    expect((await site.post(href, fields)).status).toBe(303)
    const { docs } = await app.payload.find({
      collection: 'charter-signatures',
      where: { adhesion: { equals: id } },
      depth: 0,
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]?.evidence).toMatchObject({
      channel: 'page',
      typedName: 'Jeanne MARTIN',
      client: { ip: '127.0.0.1' },
    })
  })

  it('says everything that is missing at once, and keeps the name that was typed', async () => {
    const { id } = await applied(app)
    const href = await signHref(id)
    const empty = await site.post(href, await filledIn(href, { fullName: '' }))
    expect(empty.status).toBe(400)
    expect(empty.html).toContain('<a href="#champ-fullName">')
    expect(empty.html).toContain('<a href="#champ-accept">')
    const unticked = await site.post(href, await filledIn(href, { fullName: 'Jeanne Martin' }))
    expect(unticked.status).toBe(400)
    expect(fieldsOn(unticked).get('fullName')).toBe('Jeanne Martin')
    expect((await fileOf(id)).status).toBe('awaiting-signature')
  })

  it('takes no signature of a text that it has not shown', async () => {
    const { id } = await applied(app)
    const href = await signHref(id)
    const answer = await site.post(href, { fullName: 'Jeanne Martin', accept: 'true' })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('Nous ne savons pas quel texte vous avez lu')
  })

  it('shows the new text when another charter has come into force meanwhile, and signs that next', async () => {
    const { id } = await applied(app)
    const href = await signHref(id)
    const fields = await filledIn(href, { fullName: 'Jeanne Martin', accept: 'true' })
    await adoptCharter(app.payload, { number: 2, text: '# Charte\n\nLe texte nouveau.\n' })
    const refused = await site.post(href, fields)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('la version 2 remplace la version 1')
    expect(refused.text).toContain('Le texte nouveau.')
    const again = fieldsOn(refused)
    expect(again.get('fullName')).toBe('Jeanne Martin')
    expect(again.has('accept')).toBe(false)
    again.set('accept', 'true')
    expect((await site.post(href, again)).status).toBe(303)
    expect((await fileOf(id)).status).toBe('submitted')
  })

  it('serves no purpose any more once another application of the organisation is signed', async () => {
    const siret = validSiret()
    const mine = await applied(app, {
      organisation: { siret },
      representative: { email: 'premiere@organisme.example' },
    })
    const href = await signHref(mine.id)
    await signed(app, { organisation: { siret }, representative: { email: 'seconde@organisme.example' } })
    const answer = await site.post(href, { fullName: 'Jeanne Martin', accept: 'true' })
    // The other's signature has closed this file as its duplicate.
    expect(answer.status).toBe(410)
    expect(answer.text).toContain('Ce lien a été remplacé')
  })

  it('says what to do when it is wrong, has run out or was replaced', async () => {
    expect(await site.get('/adhesion/signature/inconnu')).toMatchObject({
      status: 404,
      text: expect.stringContaining('Ce lien n’est pas valable'),
    })
    expect(await site.post('/adhesion/signature/inconnu')).toMatchObject({ status: 404 })
    const { id } = await applied(app)
    const followUp = (await followUpHref(id)).replace('/suivi/', '/signature/')
    expect((await site.get(followUp)).status).toBe(404)
    const href = await signHref(id)
    setClock(() => new Date(Date.now() + 31 * DAY))
    expect(await site.get(href)).toMatchObject({ status: 410, text: expect.stringContaining('Ce lien a expiré') })
    expect((await site.post(href, { fullName: 'Jeanne Martin', accept: 'true' })).status).toBe(410)
  })
})

describe('following an application', () => {
  it('shows where it is, whose turn it is and what can be done', async () => {
    const { id, reference } = await applied(app)
    const { status, text, html } = await site.get(await followUpHref(id))
    expect(status).toBe(200)
    for (const words of [
      reference,
      'Nous attendons la signature de votre représentant',
      'Corriger la demande',
      'Changer de représentant',
      'Retirer la demande',
      'La demande a été déposée.',
    ])
      expect(text).toContain(words)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('sends the signature link again once an hour, and says when the hour is not over', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    expect(await site.post(`${href}/renvoyer`)).toMatchObject({ status: 303, location: `${href}?fait=renvoye` })
    expect((await site.get(`${href}?fait=renvoye`)).text).toContain('Le lien de signature va repartir')
    const again = await site.post(`${href}/renvoyer`)
    expect(again.status).toBe(429)
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(3000)
    expect(again.text).toContain('il y a moins d’une heure')
    expect(await owed(app.payload, { adhesion: id, template: 'signature-link' })).toHaveLength(2)
  })

  it('leads back to the page from the address of a form', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    expect(await site.get(`${href}/renvoyer`)).toMatchObject({ status: 303, location: href })
  })

  it('says nothing of a refusal that nobody has written to the applicant about', async () => {
    const waiting = await beforeBureau(house)
    const refused = await beforeBureau(house)
    await votes(house, refused, ['against', 'against'])
    expect((await fileOf(refused)).status).toBe('rejected')
    const same = ({ text }: { text: string }) =>
      text.replace(/CPOF-2\d+-\d+|Atelier \w+|\d+(?:er)?\s\p{L}+\s\d{4}\sà\s\d+\sh(?:\s\d\d)?/gu, '…')
    for (const hrefOf of [followUpHref, representativeHref]) {
      const [one, other] = [await site.get(await hrefOf(waiting)), await site.get(await hrefOf(refused))]
      expect(same(other)).toBe(same(one))
    }
    const href = await representativeHref(refused)
    const tried = await Promise.all(
      ['renvoyer', 'repondre', 'corriger', 'representant', 'retirer'].map((act) =>
        site.post(`${href}/${act}`, { rev: '1', motivation: 'Une autre.' }),
      ),
    )
    for (const { status, text } of tried) {
      expect(status).toBe(409)
      expect(text).toContain('Votre demande est devant le Bureau')
      expect(text).not.toMatch(/refus|rejet|retenue|closed|rejected/i)
    }
    await notifyRefusal(app.payload, { id: refused, actor: house.chair.actor, text: 'Votre activité débute à peine.' })
    expect((await site.get(href)).text).toContain('Votre activité débute à peine.')
  })
})

describe('answering', () => {
  it('brings the text and the files, and says that it is sent', async () => {
    const { id, href } = await asked('Vos statuts\nsignés ?')
    expect((await site.get(href)).html).toContain('Vos statuts<br/>signés ?')
    const answer = await site.post(
      `${href}/repondre`,
      answerForm('Les voici.', pdf('statuts été.pdf'), new File([], '')),
    )
    expect(answer).toMatchObject({ status: 303, location: `${href}?fait=repondu` })
    expect((await site.get(`${href}?fait=repondu`)).text).toContain('Votre réponse est envoyée')
    const { docs } = await app.payload.find({
      collection: 'attachments',
      where: { adhesion: { equals: id } },
      depth: 0,
      overrideAccess: true,
    })
    expect(docs.map(({ title }) => title)).toEqual(['statuts été.pdf'])
    expect((await fileOf(id)).status).toBe('under-review')
  })

  it('names each file that is not accepted and keeps the text', async () => {
    const { id, href } = await asked()
    const answer = await site.post(
      `${href}/repondre`,
      answerForm('Voici «\u00a0tout\u00a0».', pdf('bon.pdf'), new File(['MZ'], 'plan.exe')),
    )
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('« plan.exe » : Ce fichier n’est ni un PDF')
    expect(fieldsOn(answer).get('answer')).toBe('Voici «\u00a0tout\u00a0».')
    expect((await fileOf(id)).status).toBe('needs-information')
  })

  it('asks for a text', async () => {
    const { href } = await asked()
    const answer = await site.post(`${href}/repondre`, answerForm(' '))
    expect(answer.status).toBe(400)
    expect(answer.html).toContain('<a href="#champ-answer">')
  })

  it('is refused whole when it is too large, with the text kept', async () => {
    const { id, href } = await asked()
    const big = new File([Buffer.alloc(52_000_000)], 'film.pdf')
    const answer = await site.post(`${href}/repondre`, answerForm('Voici le film.', big))
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('L’envoi est trop volumineux')
    expect(fieldsOn(answer).get('answer')).toBe('Voici le film.')
    expect((await fileOf(id)).status).toBe('needs-information')
  })

  it('says so when the form cannot be read', async () => {
    const { href } = await asked()
    const response = await fetch(`${door.url}${href}/repondre`, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', Accept: 'text/html' },
      body: 'rien',
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('illisible')
  })
})

describe('correcting', () => {
  it('shows what is declared and changes what was changed', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    const fields = await filledIn(`${href}/corriger`, {
      motivation: 'Mieux dite.',
      'organisation.website': 'atelier.example',
    })
    expect(fields.get('organisation.legalName')).toBe((await fileOf(id)).organisation.legalName)
    const answer = await site.post(`${href}/corriger`, fields)
    expect(answer).toMatchObject({ status: 303, location: `${href}?fait=corrige` })
    expect((await site.get(`${href}?fait=corrige`)).text).toContain('Votre demande est corrigée')
    expect(await fileOf(id)).toMatchObject({
      motivation: 'Mieux dite.',
      status: 'awaiting-signature',
      organisation: { website: 'https://atelier.example/' },
    })
  })

  it('changes nothing when the form comes back as it was, but that the link was used: its address is proven, once', async () => {
    const { id } = await signed(app)
    const before = await fileOf(id)
    const href = await followUpHref(id)
    const sendBack = async () => (await site.post(`${href}/corriger`, await filledIn(`${href}/corriger`))).status
    expect(await sendBack()).toBe(303)
    const proven = await fileOf(id)
    expect(before.contactProvenKey ?? null).toBeNull()
    expect(proven).toEqual({ ...before, contactProvenKey: before.contactEmailKey, updatedAt: proven.updatedAt })
    expect(await sendBack()).toBe(303)
    expect(await fileOf(id)).toEqual(proven)
  })

  it('says everything that is wrong at once, beside its field, with what was typed', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    const fields = await filledIn(`${href}/corriger`, {
      'organisation.siret': '123',
      'representative.email': 'jeanne',
      motivation: 'Écrite <ici>',
    })
    const answer = await site.post(`${href}/corriger`, fields)
    expect(answer.status).toBe(400)
    for (const field of ['organisation.siret', 'representative.email'])
      expect(answer.html).toContain(`<a href="#champ-${field}">`)
    const again = fieldsOn(answer)
    expect(Object.fromEntries(again)).toMatchObject({
      'organisation.siret': '123',
      'representative.email': 'jeanne',
      motivation: 'Écrite <ici>',
    })
  })

  it('follows the address with the region, and asks for it where the address does not tell', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    await site.post(
      `${href}/corriger`,
      await filledIn(`${href}/corriger`, {
        'organisation.address.postalCode': '35000',
        'organisation.address.city': 'Rennes',
      }),
    )
    expect((await fileOf(id)).organisation.address?.region).toBe('53')
    const asking = await site.post(
      `${href}/corriger`,
      await filledIn(`${href}/corriger`, {
        'organisation.address.postalCode': '37160',
        'organisation.address.city': 'Lieu inconnu',
      }),
    )
    expect(asking.status).toBe(400)
    const fields = fieldsOn(asking)
    expect(fields.get('organisation.address.region')).toBe('')
    fields.set('organisation.address.region', '24')
    expect((await site.post(`${href}/corriger`, fields)).status).toBe(303)
    expect((await fileOf(id)).organisation.address?.region).toBe('24')
  })

  it('is asked to look again when the file has changed meanwhile, and loses nothing', async () => {
    const { id } = await signed(app)
    const href = await followUpHref(id)
    const fields = await filledIn(`${href}/corriger`, { motivation: 'La mienne.' })
    await claim(app.payload, { id, actor: house.secretary })
    const stale = await site.post(`${href}/corriger`, fields)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('La demande a changé pendant que vous la corrigiez')
    expect((await site.post(`${href}/corriger`, fieldsOn(stale))).status).toBe(303)
    expect((await fileOf(id)).motivation).toBe('La mienne.')
  })

  it('in two tabs keeps what was changed in both, and says what differs', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    const later = await filledIn(`${href}/corriger`, {
      motivation: 'Du second onglet.',
      'organisation.acronym': 'DEUX',
    })
    const first = await filledIn(`${href}/corriger`, {
      'organisation.legalName': 'Nom du premier onglet',
      'organisation.acronym': 'UN',
    })
    expect((await site.post(`${href}/corriger`, first)).status).toBe(303)
    const stale = await site.post(`${href}/corriger`, later)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('est devenu « Nom du premier onglet »')
    expect(stale.text).toContain('est devenu « UN », et vous avez écrit « DEUX »')
    expect((await site.post(`${href}/corriger`, fieldsOn(stale))).status).toBe(303)
    expect(await fileOf(id)).toMatchObject({
      motivation: 'Du second onglet.',
      organisation: { legalName: 'Nom du premier onglet', acronym: 'DEUX' },
    })
  })

  it('is not taken from a form that does not say on what it was filled in', async () => {
    const { id } = await signed(app)
    const href = await followUpHref(id)
    const fields = await filledIn(`${href}/corriger`, { motivation: 'La mienne.' })
    fields.delete('rev')
    expect((await site.post(`${href}/corriger`, fields)).status).toBe(409)
    expect((await fileOf(id)).motivation).not.toBe('La mienne.')
  })

  it('says that its link has moved where the address of who follows has', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    const answer = await site.post(
      `${href}/corriger`,
      await filledIn(`${href}/corriger`, { 'contact.email': 'nouvelle@organisme.example' }),
    )
    expect(answer.status).toBe(303)
    expect(await site.get(answer.location ?? '')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Le lien de suivi part à la nouvelle adresse'),
    })
    expect(await site.get(href)).toMatchObject({ status: 410, text: expect.stringContaining('Ce lien a été remplacé') })
  })

  it('may leave the contact out again', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    const none = Object.fromEntries(
      ['firstName', 'lastName', 'function', 'email', 'phone'].map((name) => [`contact.${name}`, '']),
    )
    expect((await site.post(`${href}/corriger`, await filledIn(`${href}/corriger`, none))).status).toBe(303)
    expect((await fileOf(id)).contact?.email ?? null).toBeNull()
  })
})

describe('changing the representative', () => {
  it('sends the link to the new one and ends that of the former', async () => {
    const { id } = await applied(app)
    const [href, former] = [await followUpHref(id), await signHref(id)]
    const page = await site.get(`${href}/representant`)
    expect(page.text).toContain('Représentant actuel : Jeanne Martin.')
    const fields = {
      'representative.firstName': 'Léa',
      'representative.lastName': 'Petit',
      'representative.function': 'Directrice',
      'representative.capacity': 'delegated',
      'representative.email': 'lea.petit@organisme.example',
      'representative.phone': '',
    }
    expect((await site.post(`${href}/representant`, { ...fields, 'representative.email': '' })).status).toBe(400)
    expect(await site.post(`${href}/representant`, fields)).toMatchObject({
      status: 303,
      location: `${href}?fait=representant`,
    })
    expect((await site.get(former)).status).toBe(410)
    expect((await site.get(await signHref(id))).text).toContain('Léa Petit')
  })

  it('is a correction once the charter is signed', async () => {
    const { id } = await signed(app)
    const href = await followUpHref(id)
    expect((await site.get(href)).text).not.toContain('Changer de représentant')
    expect((await site.get(`${href}/representant`)).status).toBe(409)
    expect((await site.get(`${href}/corriger`)).text).toContain('La charte est déjà signée')
  })
})

describe('withdrawing', () => {
  it('is asked once more, and done by the form', async () => {
    const { id } = await applied(app)
    const href = await followUpHref(id)
    expect((await site.get(`${href}/retirer`)).text).toContain('Garder ma demande')
    expect((await fileOf(id)).status).toBe('awaiting-signature')
    expect(await site.post(`${href}/retirer`)).toMatchObject({ status: 303, location: href })
    expect((await site.get(href)).text).toContain('Votre demande a été retirée')
    expect((await site.get(`${href}/retirer`)).status).toBe(409)
  })

  it('is the representative’s alone once the charter is signed', async () => {
    const { id } = await signed(app)
    const href = await followUpHref(id)
    for (const answer of [await site.get(`${href}/retirer`), await site.post(`${href}/retirer`)]) {
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('seul le représentant peut encore retirer la demande')
    }
    expect((await site.post(`${await representativeHref(id)}/retirer`)).status).toBe(303)
    expect((await fileOf(id)).status).toBe('withdrawn')
  })
})

describe('a lost link', () => {
  const asks = async (fields: Record<string, string>) => {
    const answer = await site.post('/adhesion/lien-perdu', fields)
    await settleAfterwards(app.payload)
    return answer
  }

  it('is asked for by the e-mail alone, with the same answer whether there is such a file or not', async () => {
    const { id, reference } = await applied(app)
    const email = (await fileOf(id)).contact?.email ?? ''
    const [known, unknown] = [
      await asks({ email: ` ${email.toUpperCase()} ` }),
      await asks({ email: 'personne@organisme.example' }),
    ]
    for (const answer of [known, unknown])
      expect(answer).toMatchObject({ status: 303, location: '/adhesion/lien-perdu?fait=envoye' })
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
    expect((await site.get('/adhesion/lien-perdu?fait=envoye')).text).toContain('C’est noté')
    expect(await owed(app.payload, { adhesion: id, template: 'follow-up-link' })).toHaveLength(1)
    expect(fieldsOn(await site.get('/adhesion/lien-perdu')).has('reference')).toBe(false)
    await asks({ email, reference })
    expect(await owed(app.payload, { adhesion: id, template: 'follow-up-link' }), 'once an hour').toHaveLength(1)
  })

  it('goes to every file of the address, or to the one that is named', async () => {
    const email = `federation-${Date.now()}@organisme.example`
    const files = [await applied(app, { contact: { email } }), await applied(app, { contact: { email } })]
    const [one] = files
    const sentOf = async () =>
      Promise.all(
        files.map(async ({ id }) => (await owed(app.payload, { adhesion: id, template: 'follow-up-link' })).length),
      )
    await asks({ email, reference: ` ${one?.reference.toLowerCase()} ` })
    expect(await sentOf()).toEqual([1, 0])
    await asks({ email })
    expect(await sentOf()).toEqual([1, 1])
  })

  it('says only what is missing or malformed', async () => {
    for (const [email, words] of [
      ['', 'Cette information est obligatoire.'],
      ['pas une adresse', 'adresse'],
    ] as const) {
      const answer = await asks({ email })
      expect([answer.status, answer.text.includes(words), fieldsOn(answer).get('email')]).toEqual([400, true, email])
    }
  })
})
