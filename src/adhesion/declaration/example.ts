/** An application as it may be sent: the least that is asked. The organisation is nobody's. */
export const EXAMPLE = {
  kind: 'member',
  organisation: {
    legalName: 'Atelier du lin',
    siret: '73282932000074',
    address: { line1: '4 rue des Tanneurs', postalCode: '75011', city: 'Paris' },
  },
  representative: {
    firstName: 'Jeanne',
    lastName: 'Dupont',
    function: 'Présidente',
    capacity: 'legal-representative',
    email: 'jeanne.dupont@atelier.example',
  },
  privacyNoticeRead: true,
} as const
