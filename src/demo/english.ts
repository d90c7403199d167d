import type { Payload } from 'payload'
import type { Page } from '../payload-types.ts'

const LAYOUT: Page['layout'] = [
  {
    blockType: 'opening',
    title: 'Training for emancipation',
    lead: 'Training organisations from all over France speak here with one voice to the State, the Regions, the social partners and Europe.',
  },
  {
    blockType: 'values',
    title: 'What brings us together',
    items: [
      { title: 'People first', text: 'Training is judged by the freedom that it gives.' },
      { title: 'Room for everyone', text: 'Our doors are open to all who want to learn.' },
      { title: 'Citizenship', text: 'To learn is also to take part.' },
      { title: 'Work well done', text: 'We measure, we mend, we share.' },
      { title: 'A long view', text: 'Transitions are prepared with everyone.' },
    ],
  },
  { blockType: 'figures', title: 'The CPOF in figures' },
]

/** The front page in English; the other pages of the demo are offered in French, and say so. */
export async function seedEnglishFront(payload: Payload, front: string): Promise<void> {
  await payload.update({
    collection: 'pages',
    id: front,
    locale: 'en',
    depth: 0,
    overrideAccess: true,
    data: {
      title: 'Training for emancipation',
      summary: 'The standing conference of French training organisations.',
      layout: LAYOUT,
      translated: true,
      _status: 'published',
    },
  })
}
