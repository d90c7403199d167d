import { describe, expect, it } from 'vitest'
import { COSTS, costOf, isDear } from './costs.ts'

describe('what a request costs', () => {
  it.each([
    ['GET', '/assets/site.abc.css', '', COSTS.free],
    ['GET', '/_next/static/chunks/a.js', '', COSTS.free],
    ['GET', '/favicon.svg', '', COSTS.free],
    ['GET', '/charte', '', COSTS.page],
    ['GET', '/membres', '?q=formation', COSTS.search],
    ['POST', '/contact', '', COSTS.form],
    ['GET', '/api/media/file/a.png', '', COSTS.file],
    ['GET', '/api/pages', '?limit=5', COSTS.read],
    ['GET', '/api/publication-editions', '?depth=2&limit=100', COSTS.deepRead],
    ['GET', '/api/members', '?where[legalName][like]=a', COSTS.read + COSTS.wordSearch],
    ['POST', '/api/users/login', '', COSTS.session],
    ['POST', '/api/adhesions/batch', '', COSTS.batch],
    ['GET', '/admin/login', '', COSTS.panel],
    ['POST', '/admin', '', COSTS.panel],
    ['GET', '/_next/image', '?url=a', COSTS.panelPart],
  ])('for %s %s%s is %i', (method, path, search, cost) => {
    expect(costOf(method, path, search)).toBe(cost)
  })

  it('is more for a question by POST than for a write, and dear from a search on', () => {
    expect(costOf('POST', '/api/members', '')).toBeGreaterThan(COSTS.write)
    expect([isDear(COSTS.page), isDear(COSTS.file), isDear(COSTS.search), isDear(COSTS.panel)]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})
