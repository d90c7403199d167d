import { describe, expect, it } from 'vitest'
import { readForm } from './read-form.ts'

const TYPE = 'multipart/form-data; boundary=x'
const part = (headers: string, body = '1') => `--x\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${body}\r\n`
const whole = (...parts: string[]) => `${parts.join('')}--x--\r\n`

const BROKEN: Record<string, [sent: string, type?: string]> = {
  'nothing at all': [''],
  'an end and nothing before it': ['--x--\r\n'],
  'a NUL in a header': [whole(part('name="a\0"'), part('name="f"; filename="a"', 'z'))],
  'a NUL in a header and a file cut off': [
    `${part('name="a\0"')}--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nz`,
  ],
  'a part cut off': ['--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nz'],
  'headers cut off': ['--x\r\nContent-Disposition: form-d'],
  'no last boundary': [part('name="a"')],
  'a part without a name': [whole(part('filename="a"'))],
  'a part without headers': ['--x\r\n\r\n1\r\n--x--\r\n'],
  'ten thousand parts': [whole(...Array.from({ length: 10_000 }, (_, index) => part(`name="f${index}"`)))],
  'a header of 100 kB': [whole(part(`name="${'a'.repeat(100_000)}"`))],
  'a name of 1 kB': [whole(part(`name="${'a'.repeat(1000)}"`))],
  'no boundary': [whole(part('name="a"')), 'multipart/form-data'],
  'an empty boundary': [whole(part('name="a"')), 'multipart/form-data; boundary='],
  'another boundary': [whole(part('name="a"')), 'multipart/form-data; boundary=y'],
}

describe('reading a form', () => {
  it.each(Object.entries(BROKEN))('refuses %s', async (_, [sent, type = TYPE]) => {
    await expect(readForm(Buffer.from(sent), type)).rejects.toMatchObject({ code: 'bad-form', status: 400 })
  })

  it('refuses a text larger than a document can be', async () => {
    await expect(
      readForm(Buffer.from(whole(part('name="_payload"', 'x'.repeat(1_100_000)))), TYPE),
    ).rejects.toMatchObject({ code: 'too-large' })
  })

  it('reads texts and files, what is nested in a part being a text like another', async () => {
    const nested = '--y\r\nContent-Disposition: form-data; name="b"\r\n\r\n2\r\n--y--'
    const form = await readForm(
      Buffer.from(
        whole(
          part('name="_payload"', '{"titre":"é"}'),
          part('name="file"; filename="é.txt"\r\nContent-Type: text/plain', 'été'),
          part('name="n"', nested),
        ),
      ),
      `${TYPE}; charset=utf-8`,
    )
    const file = form.get('file')
    expect([
      form.get('_payload'),
      form.get('n'),
      file instanceof File ? [file.name, file.type, await file.text()] : null,
    ]).toEqual(['{"titre":"é"}', nested, ['é.txt', 'text/plain', 'été']])
  })
})
