import { expect } from 'vitest'
import { readEnv } from '../../src/env.ts'
import { openSite } from '../../src/site/routes.ts'
import type { TestApp } from '../support/app.ts'
import { signed } from '../support/applications.ts'
import { houseWith, type House } from '../support/bureau.ts'
import { openDoor, type TestDoor } from '../support/door.ts'
import { PASSWORD, staffUser } from '../support/factories.ts'
import { attach } from '../support/actions.ts'

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

/** An application as it is configured, with its door open, an editor and a secretary signed in. */
export type Configured = {
  app: TestApp
  door: TestDoor
  house: House
  as: Record<'editor' | 'secretary', Record<string, string>>
}

const tokenOf = async (door: TestDoor, email: string): Promise<string> => {
  const answer = await fetch(`${door.url}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  const body: unknown = await answer.json()
  if (typeof body !== 'object' || body === null || !('token' in body)) throw new Error(`${email} cannot sign in`)
  return String(body.token)
}

export async function configured(app: TestApp): Promise<Configured> {
  const door = await openDoor(app, {}, await openSite({ payload: app.payload, env: readEnv() }))
  const house = await houseWith(app, 1)
  const editor = await staffUser(app.payload, { roles: ['editor'] })
  const [byEditor, bySecretary] = [await tokenOf(door, editor.email), await tokenOf(door, house.secretary.user.email)]
  return {
    app,
    door,
    house,
    as: { editor: { Authorization: `JWT ${byEditor}` }, secretary: { Authorization: `JWT ${bySecretary}` } },
  }
}

export type Uploaded = { id: string; filename: string; url: string }

/** Uploads a file as an editor does. */
export async function upload(
  { door, as }: Configured,
  collection: 'media' | 'files',
  name: string,
  data: Buffer,
  type: string,
): Promise<{ status: number; retryAfter: number; code: string; doc: Uploaded }> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(data)], name, { type }))
  form.set('_payload', JSON.stringify({ title: 'Une pièce', ...(collection === 'media' ? { decorative: true } : {}) }))
  const answer = await fetch(`${door.url}/api/${collection}`, { method: 'POST', headers: as.editor, body: form })
  const body = (await answer.json()) as { doc?: Uploaded; errors?: { code: string }[] }
  return {
    status: answer.status,
    retryAfter: Number(answer.headers.get('retry-after') ?? 0),
    code: body.errors?.[0]?.code ?? '',
    doc: body.doc ?? { id: '', filename: '', url: '' },
  }
}

export async function read(
  { door }: Configured,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; bytes: Buffer; retryAfter: number; disposition: string | null }> {
  const answer = await fetch(new URL(path, door.url), { headers })
  return {
    status: answer.status,
    bytes: Buffer.from(await answer.arrayBuffer()),
    retryAfter: Number(answer.headers.get('retry-after') ?? 0),
    disposition: answer.headers.get('content-disposition'),
  }
}

/** Every way in which bytes come in and go out, with what is there afterwards. */
export async function everythingIsKept(configuration: Configured, picture: Buffer): Promise<void> {
  const { app, house, as, door } = configuration
  expect((await read(configuration, '/health/ready')).status).toBe(200)
  const [paper, image] = [
    await upload(configuration, 'files', 'rapport.pdf', PDF, 'application/pdf'),
    await upload(configuration, 'media', 'photo.png', picture, 'image/png'),
  ]
  expect([paper.status, image.status]).toEqual([201, 201])
  expect((await read(configuration, `/api/files/file/${paper.doc.filename}`, as.editor)).bytes).toEqual(PDF)
  expect((await read(configuration, `/api/media/file/${image.doc.filename}`)).status).toBe(200)
  for (const collection of ['files', 'media', 'attachments'])
    expect((await fetch(`${door.url}/api/${collection}?limit=5`, { headers: as.secretary })).status).toBe(200)

  const { id } = await signed(app)
  await attach(app.payload, {
    id,
    actor: house.secretary,
    files: [{ name: 'statuts.pdf', data: PDF }],
  })
  const [row] = (await app.payload.find({ collection: 'attachments', where: { adhesion: { equals: id } }, depth: 0 }))
    .docs
  if (!row) throw new Error('Nothing is attached')
  const attached = await read(configuration, `/api/attachments/file/${row.filename ?? ''}`, as.secretary)
  expect([attached.bytes, attached.disposition]).toEqual([PDF, `attachment; filename*=UTF-8''${row.filename ?? ''}`])
  expect((await read(configuration, `/api/attachments/file/${row.filename ?? ''}`)).status).toBe(404)

  for (const [collection, doc] of [
    ['files', paper.doc],
    ['media', image.doc],
  ] as const) {
    expect(
      (await fetch(`${door.url}/api/${collection}/${doc.id}`, { method: 'DELETE', headers: as.editor })).status,
    ).toBe(200)
    expect((await read(configuration, `/api/${collection}/file/${doc.filename}`, as.editor)).status).not.toBe(200)
  }
}
