import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { askCompanyRegister } from './company-register.ts'

const SIRET = '73282932000074'
let server: Server | null = null

afterEach(async () => {
  if (!server) return
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  server = null
})

/** A register on this machine that answers as it is told. */
async function register(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}

const answering =
  (status: number, body: unknown): RequestListener =>
  (_req, res) => {
    res
      .writeHead(status, { 'Content-Type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }

const place = (siret: string, more = {}) => ({
  siret,
  adresse: '4 RUE DES TANNEURS 75011 PARIS',
  code_postal: '75011',
  libelle_commune: 'PARIS',
  etat_administratif: 'A',
  ...more,
})

describe('the company register', () => {
  it('is asked by SIRET and says name and address of the very establishment', async () => {
    let asked: string | undefined
    const url = await register((req, res) => {
      asked = req.url
      answering(200, {
        results: [
          {
            nom_complet: 'ATELIER DU LIN (ADL)',
            nom_raison_sociale: 'ATELIER DU LIN',
            sigle: 'ADL',
            siege: place('73282932000066'),
            matching_etablissements: [place(SIRET)],
          },
        ],
      })(req, res)
    })
    expect(await askCompanyRegister(url, SIRET)).toEqual({
      state: 'found',
      organisation: {
        legalName: 'ATELIER DU LIN',
        acronym: 'ADL',
        address: { line1: '4 RUE DES TANNEURS', postalCode: '75011', city: 'PARIS' },
        closed: false,
      },
    })
    expect(asked).toBe(`/search?q=${SIRET}&page=1&per_page=1`)
  })

  it('follows it to no other address', async () => {
    const elsewhere = await register(answering(200, { results: [{ nom_complet: 'AILLEURS', siege: place(SIRET) }] }))
    const url = await register((_req, res) => void res.writeHead(302, { Location: `${elsewhere}search` }).end())
    expect(await askCompanyRegister(url, SIRET)).toMatchObject({ state: 'away' })
  })

  it('says when the establishment has closed', async () => {
    const url = await register(
      answering(200, { results: [{ nom_complet: 'ATELIER', siege: place(SIRET, { etat_administratif: 'F' }) }] }),
    )
    expect(await askCompanyRegister(url, SIRET)).toMatchObject({
      state: 'found',
      organisation: { legalName: 'ATELIER', closed: true },
    })
  })

  it('says nothing of what its holder keeps to themselves', async () => {
    const hidden = '[NON-DIFFUSIBLE]'
    const url = await register(
      answering(200, {
        results: [{ nom_complet: hidden, siege: place(SIRET, { adresse: hidden, libelle_commune: 'PARIS' }) }],
      }),
    )
    expect(await askCompanyRegister(url, SIRET)).toEqual({
      state: 'found',
      organisation: { legalName: '', address: { postalCode: '75011', city: 'PARIS' }, closed: false },
    })
  })

  it('knows nothing of an establishment that is none of its results', async () => {
    const url = await register(answering(200, { results: [{ nom_complet: 'AUTRE', siege: place('55208131766522') }] }))
    expect(await askCompanyRegister(url, SIRET)).toEqual({ state: 'unknown' })
  })

  it.each([
    ['refuses', answering(429, {})],
    ['answers with another shape', answering(200, { hits: [] })],
    ['answers with something else than JSON', answering(200, '<html>')],
    ['answers with too much', answering(200, `{"results":[],"more":"${'x'.repeat(600_000)}"}`)],
    [
      'sends elsewhere',
      ((_req, res) => res.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end()) satisfies RequestListener,
    ],
    ['breaks off', ((req) => req.socket.destroy()) satisfies RequestListener],
    ['says nothing', (() => undefined) satisfies RequestListener],
  ])('is away when it %s', async (_how, listener) => {
    expect(await askCompanyRegister(await register(listener), SIRET)).toMatchObject({ state: 'away' })
  })

  it('is away when nobody listens', async () => {
    expect(await askCompanyRegister('http://127.0.0.1:9', SIRET)).toMatchObject({ state: 'away' })
  })
})
