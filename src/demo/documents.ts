import type { Payload } from 'payload'
import type { Day } from '../lib/dates.ts'
import type { Document } from '../payload-types.ts'
import { seedFile } from './publications.ts'
import { dayAgo } from './story.ts'

type Sample = Pick<Document, 'title' | 'kind' | 'visibility'> & { name: string; ago: number; body?: string }

/** The papers of the demo: for everybody, for members, and for the Bureau alone. */
export async function seedDocuments(payload: Payload, today: Day, bureau: string): Promise<void> {
  const samples: Sample[] = [
    { name: 'statuts', title: 'Statuts de la Conférence', kind: 'statutes', visibility: 'public', ago: 400 },
    {
      name: 'rapport-d-activite',
      title: 'Rapport d’activité de la première année',
      kind: 'report',
      visibility: 'public',
      ago: 180,
    },
    { name: 'comptes', title: 'Comptes de la première année', kind: 'accounts', visibility: 'members', ago: 180 },
    {
      name: 'bureau-compte-rendu',
      title: 'Compte rendu de la réunion du Bureau',
      kind: 'minutes',
      visibility: 'body',
      ago: 30,
      body: bureau,
    },
  ]
  for (const { name, ago, ...sample } of samples) {
    const file = await seedFile(payload, name, sample.title)
    await payload.create({
      collection: 'documents',
      data: { ...sample, day: dayAgo(today, ago), file },
      depth: 0,
      overrideAccess: true,
    })
  }
}
