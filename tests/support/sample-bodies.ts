/** Bodies that a caller may send, for tests: the least that is asked, and everything that may be said. */
export const leastBody = {
  kind: 'member',
  organisation: {
    legalName: 'Atelier des savoirs',
    siret: '73282932000074',
    address: { line1: '4 rue des Tanneurs', postalCode: '75011', city: 'Paris' },
  },
  representative: {
    firstName: 'Jeanne',
    lastName: 'Dupont',
    function: 'Présidente',
    capacity: 'legal-representative',
    email: 'jeanne.dupont@exemple.fr',
  },
  privacyNoticeRead: true,
}

export const fullBody = {
  kind: 'partner',
  organisation: {
    legalName: 'Atelier des savoirs',
    acronym: 'ADS',
    legalForm: 'association',
    siret: '73282932000074',
    country: 'FR',
    registerNumber: 'Vol. 12 folio 34',
    rna: 'W751234567',
    nda: '11751234575',
    qualiopi: {
      status: 'certified',
      certifier: 'Certif Exemple',
      certificateNumber: 'CE-12',
      categories: ['actions-de-formation', 'vae'],
      validFrom: '2025-01-01',
      validUntil: '2027-12-31',
    },
    address: {
      line1: '4 rue des Tanneurs',
      line2: 'Bâtiment B',
      postalCode: '37160',
      city: 'Descartes',
      region: '24',
    },
    website: 'https://www.exemple.fr/',
    description: 'Forme aux métiers du bois.',
  },
  representative: {
    firstName: 'Jeanne',
    lastName: 'Dupont',
    function: 'Présidente',
    capacity: 'delegated',
    email: 'jeanne.dupont@exemple.fr',
    phone: '+33123456789',
  },
  contact: {
    firstName: 'Paul',
    lastName: 'Martin',
    email: 'paul.martin@exemple.fr',
    phone: '+33639981234',
    function: 'Responsable pédagogique',
  },
  motivation: 'Porter ensemble la voix des organismes.',
  privacyNoticeRead: true,
}

const { siret: _siret, ...withoutSiret } = leastBody.organisation

export const abroadBody = {
  ...leastBody,
  kind: 'partner',
  organisation: {
    ...withoutSiret,
    country: 'BE',
    registerNumber: '0403.019.261',
    address: { line1: 'Rue Haute 5', postalCode: 'B-1000', city: 'Bruxelles' },
  },
}

/** The body with another value at a dotted path; undefined takes the field away. */
export function bodyWith(body: object, path: string, value: unknown): Record<string, unknown> {
  const [key = '', ...deeper] = path.split('.')
  const fields = new Map<string, unknown>(Object.entries(body))
  const part = fields.get(key)
  if (deeper.length > 0) fields.set(key, bodyWith(part instanceof Object ? part : {}, deeper.join('.'), value))
  else if (value === undefined) fields.delete(key)
  else fields.set(key, value)
  return Object.fromEntries(fields)
}
