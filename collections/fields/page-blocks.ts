import type { PageBlock } from '../../src/content/page-block.ts'
import type { Block, Field } from 'payload'
import { PUBLICATION_KINDS } from '../../src/content/publication-kinds.ts'
import { regionField } from './region.ts'
import { siteText } from './site-text.ts'
import { siteAddress, webAddress } from './web-address.ts'

const title: Field = { name: 'title', type: 'text', label: 'Titre', maxLength: 160 }

/** Made anew for each block: Payload completes the fields that it is given. */
const points = (): Field => ({
  name: 'items',
  type: 'array',
  label: 'Éléments',
  labels: { singular: 'Élément', plural: 'Éléments' },
  fields: [title, { name: 'text', type: 'textarea', label: 'Texte', maxLength: 600 }],
})

const action: Field = {
  type: 'row',
  fields: [
    { name: 'actionLabel', type: 'text', label: 'Bouton', maxLength: 60 },
    siteAddress({ name: 'actionHref', label: 'Adresse du bouton', maxLength: 300 }),
  ],
}

const blocks: (Block & { slug: PageBlock['blockType'] })[] = [
  {
    slug: 'opening',
    labels: { singular: 'Ouverture', plural: 'Ouvertures' },
    fields: [title, { name: 'lead', type: 'textarea', label: 'Accroche', maxLength: 600 }, action],
  },
  {
    slug: 'richText',
    labels: { singular: 'Texte', plural: 'Textes' },
    fields: [{ name: 'content', type: 'richText', label: 'Texte', editor: siteText() }],
  },
  {
    slug: 'values',
    labels: { singular: 'Valeurs', plural: 'Valeurs' },
    fields: [title, points()],
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
  {
    slug: 'commitments',
    labels: { singular: 'Engagements', plural: 'Engagements' },
    fields: [title, { name: 'lead', type: 'textarea', label: 'Introduction', maxLength: 600 }, points()],
  },
  {
    slug: 'questions',
    labels: { singular: 'Questions et réponses', plural: 'Questions et réponses' },
    fields: [
      title,
      {
        name: 'items',
        type: 'array',
        label: 'Questions',
        labels: { singular: 'Question', plural: 'Questions' },
        fields: [
          { name: 'question', type: 'text', label: 'Question', required: true, maxLength: 300 },
          { name: 'answer', type: 'richText', label: 'Réponse', editor: siteText() },
        ],
      },
    ],
  },
  {
    slug: 'imageWithText',
    labels: { singular: 'Image et texte', plural: 'Images et textes' },
    fields: [
      { name: 'image', type: 'upload', relationTo: 'media', label: 'Image', required: true },
      { name: 'caption', type: 'text', label: 'Légende', maxLength: 300 },
      {
        name: 'side',
        type: 'select',
        label: 'Place de l’image',
        defaultValue: 'start',
        options: [
          { value: 'start', label: 'Avant le texte' },
          { value: 'end', label: 'Après le texte' },
        ],
      },
      title,
      { name: 'content', type: 'richText', label: 'Texte', editor: siteText() },
    ],
  },
  {
    slug: 'logos',
    labels: { singular: 'Logos', plural: 'Logos' },
    fields: [
      title,
      {
        name: 'items',
        type: 'array',
        label: 'Logos',
        labels: { singular: 'Logo', plural: 'Logos' },
        fields: [
          { name: 'image', type: 'upload', relationTo: 'media', label: 'Logo', required: true },
          { name: 'name', type: 'text', label: 'Nom de l’organisme', required: true, maxLength: 160 },
          webAddress({ name: 'href', label: 'Son site', maxLength: 300 }),
        ],
      },
    ],
  },
  {
    slug: 'figures',
    labels: { singular: 'Chiffres', plural: 'Chiffres' },
    fields: [
      title,
      {
        name: 'shown',
        type: 'select',
        hasMany: true,
        label: 'Chiffres montrés',
        admin: {
          description: 'Le site les compte lui-même et dit de quel jour ils sont. Sans choix, il les montre tous.',
        },
        options: [
          { value: 'members', label: 'Adhérents' },
          { value: 'partners', label: 'Partenaires' },
          { value: 'regions', label: 'Régions' },
        ],
      },
    ],
  },
  {
    slug: 'governance',
    labels: { singular: 'Gouvernance', plural: 'Gouvernance' },
    fields: [
      title,
      {
        name: 'body',
        type: 'relationship',
        relationTo: 'governance-bodies',
        label: 'Instance',
        admin: { description: 'Le site montre qui y siège aujourd’hui. Sans choix, il montre toutes les instances.' },
      },
    ],
  },
  {
    slug: 'members',
    labels: { singular: 'Membres', plural: 'Membres' },
    fields: [
      title,
      {
        name: 'kind',
        type: 'select',
        label: 'Qualité',
        options: [
          { value: 'member', label: 'Adhérents' },
          { value: 'partner', label: 'Partenaires' },
        ],
        admin: { description: 'Sans choix, tous ceux de l’annuaire.' },
      },
      regionField(),
    ],
  },
  {
    slug: 'latestPublications',
    labels: { singular: 'Dernières publications', plural: 'Dernières publications' },
    fields: [
      title,
      {
        name: 'kind',
        type: 'select',
        label: 'Nature',
        options: Object.entries(PUBLICATION_KINDS).map(([value, { many }]) => ({ value, label: many })),
        admin: { description: 'Le site montre les trois dernières. Sans choix, de toute nature.' },
      },
    ],
  },
  {
    slug: 'comingEvents',
    labels: { singular: 'Prochains événements', plural: 'Prochains événements' },
    fields: [title],
  },
]

/**
 * The blocks that a page is made of; `src/content/blocks.tsx` shows them. Their kind says which they are: a name beside it
 * would be read by nobody.
 */
export const pageBlocks: Block[] = blocks.map((block) => ({ ...block, admin: { disableBlockName: true } }))
