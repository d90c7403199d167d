import { describe, expect, it } from 'vitest'
import { refusalIn } from '../src/admin/actions/post.ts'
import { CHECKS } from '../src/admin/adhesion/words.ts'
import { shapeOf } from '../src/api/errors.ts'
import { treeOf } from '../src/content/pages/tree.ts'
import { changedPaths } from '../src/governance/changed-paths.ts'
import { own } from '../src/lib/own.ts'
import { isMailTemplate } from '../src/mail/catalogue.ts'
import { regionOf } from '../src/organisation/region.ts'
import { contentOf } from '../src/publications/content.ts'
import { isFactType, officeSentence } from '../src/record/facts.ts'
import { isSecurityEvent } from '../src/security/events.ts'
import { resolveLinkIn } from '../src/site/page-href.ts'
import { richText } from './support/governance.ts'

/** What every object answers to, whatever its table names. */
const INHERITED = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupSetter__',
]

describe.each(INHERITED)('%s', (name) => {
  it('is in no table', () => {
    expect(own({ a: 1 }, name)).toBeUndefined()
    expect(own(JSON.parse(`{"${name}":1}`) as Record<string, number>, name)).toBe(1)
  })

  it('is neither an e-mail, nor a fact of a journal, nor a word of one', () => {
    expect([
      isMailTemplate(name),
      isFactType(name),
      isSecurityEvent(name),
      officeSentence({ type: 'closed', evidence: { reason: name } }),
    ]).toEqual([false, false, false, 'Demande classée sans suite.'])
  })

  it('is no error that is known', () => {
    const shown = shapeOf(Object.assign(new Error(name), { name, status: 418 }), 'fr').body.errors[0]
    expect(shown).toEqual({ name, code: 'refused', message: name })
    expect(refusalIn(400, { errors: [{ code: name, message: 'Non.' }] }).message).toBe('Non.')
    expect(CHECKS.warning(name)).toContain(name)
  })

  it('is a node’s property, and a collection, like any other that there is none of', () => {
    const { root } = richText('Bonjour')
    const body = { root: { ...root, children: root.children.map((each) => ({ ...each, [name]: 'a' })) } }
    const publication = {
      title: 'Une note',
      kind: 'statement' as const,
      abstract: null,
      body,
      source: null,
      deadline: null,
      authors: [],
      authorPeople: [],
      themes: [],
      regions: [],
    }
    expect(contentOf(publication, { pdf: null, pictures: [], files: [] }).title).toBe('Une note')
    expect(
      resolveLinkIn(
        { config: { collections: [] } },
        'fr',
        treeOf([]),
      )({ relationTo: name, value: { slug: 'a', _status: 'published' } }),
    ).toBeNull()
  })

  it('is no commune, and no path that was changed', () => {
    expect(regionOf('37160', name)).toEqual(regionOf('37160', 'nulle part'))
    expect(changedPaths([name, `a.${name}`], {}, { a: {} })).toEqual([])
  })
})
