import type { Field, GlobalConfig } from 'payload'
import { anybody } from '../access/anybody.ts'
import { editorOnly } from '../access/editor-only.ts'
import { hiddenButFrom } from '../access/hidden-but-from.ts'
import { KEPT } from './fields/previewed.ts'
import { siteAddress } from './fields/web-address.ts'

const links = (most: number): Field => ({
  name: 'links',
  type: 'array',
  label: 'Liens, dans leur ordre',
  labels: { singular: 'Lien', plural: 'Liens' },
  maxRows: most,
  fields: [
    {
      name: 'page',
      type: 'relationship',
      relationTo: 'pages',
      label: 'Page',
      admin: { description: 'Tant qu’elle n’est pas publiée, le lien ne se montre pas.' },
    },
    siteAddress({
      name: 'href',
      label: 'Ou adresse',
      maxLength: 300,
      admin: { condition: (_data, sibling) => !sibling['page'] },
    }),
    {
      name: 'label',
      type: 'text',
      label: 'Mots du lien',
      localized: true,
      maxLength: 60,
      admin: { description: 'Laissés vides, le titre de la page.' },
    },
  ],
})

const menu = (slug: 'header' | 'footer', label: string, most: number, description: string): GlobalConfig => ({
  slug,
  label,
  access: { read: anybody, update: editorOnly, readVersions: editorOnly },
  versions: KEPT,
  lockDocuments: false,
  admin: { group: 'Site', hidden: hiddenButFrom('editor'), hideAPIURL: true, description },
  fields: [links(most)],
})

export const Header = menu(
  'header',
  'Menu du haut',
  8,
  'Vide, il montre les premières pages publiées, la gouvernance, les membres, les publications, les événements, la charte et comment nous rejoindre.',
)
export const Footer = menu(
  'footer',
  'Bas de page',
  12,
  'Vide, il montre les mentions légales et les pages qui vont avec, puis comment nous écrire.',
)
