import type { Block, Field } from 'payload'

const title: Field = { name: 'title', type: 'text', label: 'Titre', maxLength: 160 }

const action: Field = {
  type: 'row',
  fields: [
    { name: 'actionLabel', type: 'text', label: 'Bouton', maxLength: 60 },
    { name: 'actionHref', type: 'text', label: 'Adresse du bouton', maxLength: 300 },
  ],
}

/** The blocks that a page is made of; `src/content/blocks.tsx` shows them. */
export const pageBlocks: Block[] = [
  {
    slug: 'opening',
    labels: { singular: 'Ouverture', plural: 'Ouvertures' },
    fields: [title, { name: 'lead', type: 'textarea', label: 'Accroche', maxLength: 600 }, action],
  },
  {
    slug: 'richText',
    labels: { singular: 'Texte', plural: 'Textes' },
    fields: [{ name: 'content', type: 'richText', label: 'Texte' }],
  },
  {
    slug: 'values',
    labels: { singular: 'Valeurs', plural: 'Valeurs' },
    fields: [
      title,
      {
        name: 'items',
        type: 'array',
        label: 'Éléments',
        labels: { singular: 'Élément', plural: 'Éléments' },
        fields: [title, { name: 'text', type: 'textarea', label: 'Texte', maxLength: 600 }],
      },
    ],
  },
  {
    slug: 'callToJoin',
    labels: { singular: 'Invitation à adhérer', plural: 'Invitations à adhérer' },
    fields: [title, { name: 'text', type: 'textarea', label: 'Texte', maxLength: 600 }, action],
  },
  {
    slug: 'quote',
    labels: { singular: 'Citation', plural: 'Citations' },
    fields: [
      { name: 'text', type: 'textarea', label: 'Citation', required: true, maxLength: 1000 },
      { name: 'author', type: 'text', label: 'Auteur', maxLength: 120 },
      { name: 'role', type: 'text', label: 'Fonction', maxLength: 160 },
    ],
  },
]
