import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { flattenAllFields, ValidationError } from 'payload'
import { describe, expect, it } from 'vitest'
import { inFrench, labelOfPath } from './engine-sentences.ts'
import { shapeOf } from './errors.ts'

const engine = path.dirname(createRequire(import.meta.url).resolve('payload'))

/** What the engine writes of uploads, in its own sources: a new sentence of a new version is found here. */
const said = ['uploads/checkFileRestrictions.js', 'uploads/generateFileData.js', 'uploads/validateUploadFilename.js']
  .flatMap((file) => [
    ...readFileSync(path.join(engine, file), 'utf8').matchAll(
      /(?:errors\.push\(|APIError\(|message: )(['`])([A-Z].*?)\1/g,
    ),
  ])
  .map(([, , sentence = '']) => sentence.replaceAll(/\$\{[^}]*\}/g, 'x/y'))

describe('a sentence of the engine', () => {
  it('that exists in English alone is French, wherever a file is refused', () => {
    expect(said.length).toBeGreaterThan(8)
    for (const sentence of said) expect(inFrench(sentence), sentence).not.toBe(sentence)
    expect(inFrench('upload node failed to validate: Ce champ a une sélection invalide.')).toMatch(/^Une image/)
    expect(inFrench('Ce champ est requis.')).toBe('Ce champ est requis.')
  })

  it('names a field as its form does, with what it stands in', () => {
    const fields = flattenAllFields({
      fields: [
        { type: 'text', name: 'englishSlug', label: 'Adresse en anglais' },
        { type: 'array', name: 'links', label: 'Liens', fields: [{ type: 'text', name: 'href', label: 'Adresse' }] },
      ],
    })
    expect(labelOfPath(fields, 'links.1.href')).toBe('Liens 2 → Adresse')
    const error = new ValidationError({
      errors: [
        { path: 'englishSlug', message: 'Value must be unique' },
        { path: 'file', message: 'Invalid MIME type: image/gif.' },
      ],
    })
    const [shaped] = shapeOf(error, 'fr', fields).body.errors
    expect(shaped?.message).toBe('Les champs suivants ne sont pas valides\u00a0: Adresse en anglais, Fichier')
    expect(shaped?.data?.errors[1]?.message).toBe('Ce fichier n’est pas d’un type accepté ici.')
  })
})
