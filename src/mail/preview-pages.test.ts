import { expect, it } from 'vitest'
import { MAIL_TEMPLATES } from './catalogue.ts'
import { renderPreview, renderPreviewIndex } from './preview-pages.tsx'

it('lists every template', () => {
  const page = renderPreviewIndex(() => [{ when: 'Demain.', to: 'personne' }])
  expect(page).toContain('Demain. → personne')
  for (const template of MAIL_TEMPLATES) expect(page).toContain(`href="/dev/courriels/${template}"`)
})

it('shows a template as its reader sees it, without running anything, and its plain text', async () => {
  const page = await renderPreview('refusal', [{ when: 'Demain.', to: 'personne' }])
  expect(page).toContain('<dd>Demain.</dd>')
  expect(page).toContain('Réponse à votre demande CPOF-2026-000042')
  expect(page).toMatch(/<iframe[^>]* sandbox="(?!.*allow-scripts)/)
  expect(page).toContain('data:image/png;base64,')
  expect(page).toMatch(/<pre>CPOF –/)
})
