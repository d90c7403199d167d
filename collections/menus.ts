import type { Field } from 'payload'
import { MOST_IN_HEADER } from '../src/content/menu-length.ts'
import { siteGlobal } from './fields/site-global.ts'
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

const menu = (slug: 'header' | 'footer', label: string, most: number, description: string) =>
  siteGlobal({ slug, label, description, fields: [links(most)] })

export const Header = menu(
  'header',
  'Menu du haut',
  MOST_IN_HEADER,
  'Cinq liens au plus, sur une ligne. Vide, il montre la gouvernance, les membres, les publications, les événements et la charte. « Nous rejoindre », la recherche et les langues s’y ajoutent toujours\u00a0; une page publiée n’y entre jamais d’elle-même.',
)
export const Footer = menu(
  'footer',
  'Bas de page',
  12,
  'Vide, il montre les mentions légales et les pages qui vont avec, puis comment nous écrire.',
)
