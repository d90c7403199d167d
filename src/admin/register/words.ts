/** The register of processing in the panel, in French. */
export const REGISTER = {
  title: 'Registre des traitements',
  intro:
    'Ce que l’association fait de données personnelles (article 30 du RGPD). Les durées sont celles que le logiciel applique.',
  controller: 'Responsable du traitement',
  noController: 'À écrire dans «\u00a0Identité\u00a0».',
  purpose: 'Finalité',
  basis: 'Base légale',
  people: 'Personnes concernées',
  recipients: 'Qui les reçoit',
  transfers: 'Transferts hors de l’Union européenne',
  noTransfers: 'Aucun par ce logiciel. À vérifier pour l’hébergeur et le prestataire des courriels.',
  what: 'Ce qui est gardé',
  howLong: 'Combien de temps',
  measures: 'Mesures de sécurité',
} as const

export const REGISTER_PATH = '/admin/registre'
