/** A fictional organisation of the demo: its SIREN is completed to a valid number at seeding. */
export type DemoOrganisation = {
  legalName: string
  acronym?: string
  legalForm:
    | 'association'
    | 'societe-commerciale'
    | 'cooperative'
    | 'groupement'
    | 'etablissement-public'
    | 'syndicat-ou-federation'
    | 'entreprise-individuelle'
  postalCode: string
  city: string
  line1: string
  website?: string
  description: string
  representative: { firstName: string; lastName: string; function: string }
}

/** Founders, then members, then partners, then applicants. Every name is invented. */
export const FOUNDERS: readonly DemoOrganisation[] = [
  {
    legalName: 'Union des ateliers de formation',
    acronym: 'UAF',
    legalForm: 'syndicat-ou-federation',
    line1: '14 rue des Tilleuls',
    postalCode: '75011',
    city: 'Paris',
    website: 'https://uaf.example',
    description: 'Fédération d’organismes associatifs et coopératifs de formation.',
    representative: { firstName: 'Hélène', lastName: 'Vasseur', function: 'Présidente' },
  },
  {
    legalName: 'Fédération des écoles du second départ',
    acronym: 'FESD',
    legalForm: 'syndicat-ou-federation',
    line1: '3 quai du Moulin',
    postalCode: '69002',
    city: 'Lyon',
    website: 'https://fesd.example',
    description: 'Réseau régional d’organismes qui accompagnent les retours à l’emploi.',
    representative: { firstName: 'Bastien', lastName: 'Roumiguier', function: 'Président' },
  },
]

export const MEMBERS: readonly DemoOrganisation[] = [
  {
    legalName: 'Atelier Grand Large',
    legalForm: 'association',
    line1: '8 cale des Marins',
    postalCode: '29200',
    city: 'Brest',
    website: 'https://grandlarge.example',
    description: 'Métiers de la mer et remise à niveau.',
    representative: { firstName: 'Maïwenn', lastName: 'Cadiou', function: 'Directrice' },
  },
  {
    legalName: 'La Fabrique des métiers',
    acronym: 'LFM',
    legalForm: 'cooperative',
    line1: '21 rue de la Filature',
    postalCode: '59100',
    city: 'Roubaix',
    website: 'https://fabriquemetiers.example',
    description: 'Coopérative de formation aux métiers de l’industrie textile.',
    representative: { firstName: 'Yacine', lastName: 'Delporte', function: 'Gérant' },
  },
  {
    legalName: 'Savoirs du Levant',
    legalForm: 'association',
    line1: '5 place Kléber',
    postalCode: '67000',
    city: 'Strasbourg',
    description: 'Français langue d’intégration et formations transfrontalières.',
    representative: { firstName: 'Élise', lastName: 'Kuntzmann', function: 'Présidente' },
  },
  {
    legalName: 'Centre Mistral Formation',
    acronym: 'CMF',
    legalForm: 'societe-commerciale',
    line1: '40 avenue du Prado',
    postalCode: '13008',
    city: 'Marseille',
    website: 'https://mistral-formation.example',
    description: 'Logistique portuaire, numérique, apprentissage.',
    representative: { firstName: 'Sandra', lastName: 'Pietri', function: 'Directrice générale' },
  },
  {
    legalName: 'Les Compagnes du bâtiment durable',
    legalForm: 'association',
    line1: '12 rue des Carmes',
    postalCode: '44000',
    city: 'Nantes',
    description: 'Formation des femmes aux métiers de la construction.',
    representative: { firstName: 'Anouk', lastName: 'Guilbaud', function: 'Présidente' },
  },
  {
    legalName: 'Pyrène Compétences',
    legalForm: 'societe-commerciale',
    line1: '2 allée de Barcelone',
    postalCode: '31000',
    city: 'Toulouse',
    website: 'https://pyrene.example',
    description: 'Aéronautique, bilans de compétences et VAE.',
    representative: { firstName: 'Marc', lastName: 'Estève', function: 'Président' },
  },
  {
    legalName: 'École buissonnière du Limousin',
    acronym: 'EBL',
    legalForm: 'association',
    line1: '17 rue Montmailler',
    postalCode: '87000',
    city: 'Limoges',
    description: 'Formations rurales de proximité.',
    representative: { firstName: 'Colette', lastName: 'Faugeras', function: 'Directrice' },
  },
  {
    legalName: 'Cap Horizon Réunion',
    legalForm: 'association',
    line1: '9 rue Juliette-Dodu',
    postalCode: '97400',
    city: 'Saint-Denis',
    website: 'https://caphorizon.example',
    description: 'Insertion et alternance à La Réunion.',
    representative: { firstName: 'Jean-Yves', lastName: 'Hoarau', function: 'Président' },
  },
  {
    legalName: 'Groupement Val de Loire Alternance',
    acronym: 'GVLA',
    legalForm: 'groupement',
    line1: '30 rue Nationale',
    postalCode: '37000',
    city: 'Tours',
    description: 'Groupement d’organismes d’apprentissage.',
    representative: { firstName: 'Isabelle', lastName: 'Renaudin', function: 'Administratrice' },
  },
  {
    legalName: 'Maison des langues de Bourgogne',
    legalForm: 'association',
    line1: '6 rue Berbisey',
    postalCode: '21000',
    city: 'Dijon',
    description: 'Langues et formation linguistique des adultes.',
    representative: { firstName: 'Thibault', lastName: 'Marchand', function: 'Directeur' },
  },
]

export const PARTNERS: readonly DemoOrganisation[] = [
  {
    legalName: 'Observatoire des parcours d’apprentissage',
    acronym: 'OPA',
    legalForm: 'association',
    line1: '11 rue des Écoles',
    postalCode: '38000',
    city: 'Grenoble',
    website: 'https://opa.example',
    description: 'Études sur les parcours des adultes en formation.',
    representative: { firstName: 'Nadia', lastName: 'Belkacem', function: 'Directrice' },
  },
  {
    legalName: 'Numérique pour tous en Picardie',
    legalForm: 'association',
    line1: '4 place Gambetta',
    postalCode: '80000',
    city: 'Amiens',
    description: 'Inclusion numérique et médiation.',
    representative: { firstName: 'Paul', lastName: 'Leclercq', function: 'Président' },
  },
]

/** Applicants of the demo, by what becomes of their file. */
export const APPLICANTS = {
  awaitingSignature: {
    legalName: 'Tremplin des Alpes',
    legalForm: 'association',
    line1: '1 rue Carnot',
    postalCode: '74000',
    city: 'Annecy',
    description: 'Insertion par les métiers de la montagne.',
    representative: { firstName: 'Lucie', lastName: 'Fontanel', function: 'Présidente' },
  },
  submitted: {
    legalName: 'Objectif Métiers Normandie',
    acronym: 'OMN',
    legalForm: 'association',
    line1: '22 rue Saint-Romain',
    postalCode: '76000',
    city: 'Rouen',
    website: 'https://omn.example',
    description: 'Formations industrielles en vallée de Seine.',
    representative: { firstName: 'Romain', lastName: 'Auvray', function: 'Directeur' },
  },
  underReview: {
    legalName: 'Coopérative Terre et Savoirs',
    acronym: 'CTS',
    legalForm: 'cooperative',
    line1: '7 route de Vic',
    postalCode: '32000',
    city: 'Auch',
    description: 'Agroécologie et transmission d’exploitations.',
    representative: { firstName: 'Mathilde', lastName: 'Saint-Cricq', function: 'Gérante' },
  },
  needsInformation: {
    legalName: 'Institut du geste artisanal',
    acronym: 'IGA',
    legalForm: 'association',
    line1: '18 rue du Faubourg',
    postalCode: '24000',
    city: 'Périgueux',
    description: 'Métiers d’art et du patrimoine bâti.',
    representative: { firstName: 'Étienne', lastName: 'Lacombe', function: 'Président' },
  },
  beforeBureau: {
    legalName: 'Passerelles Emploi Champagne',
    acronym: 'PEC',
    legalForm: 'association',
    line1: '5 rue Chanzy',
    postalCode: '51100',
    city: 'Reims',
    website: 'https://passerelles.example',
    description: 'Accompagnement des reconversions.',
    representative: { firstName: 'Agnès', lastName: 'Thiébault', function: 'Directrice générale' },
  },
  beforeBureauNew: {
    legalName: 'Campus des arts culinaires',
    legalForm: 'societe-commerciale',
    line1: '33 cours d’Alsace',
    postalCode: '33000',
    city: 'Bordeaux',
    description: 'Cuisine, pâtisserie et service.',
    representative: { firstName: 'Olivier', lastName: 'Darrieus', function: 'Président' },
  },
  referred: {
    legalName: 'Digital Formation Express',
    acronym: 'DFX',
    legalForm: 'societe-commerciale',
    line1: '60 avenue de la République',
    postalCode: '92100',
    city: 'Boulogne-Billancourt',
    description: 'Formations courtes aux outils bureautiques.',
    representative: { firstName: 'Kévin', lastName: 'Maurel', function: 'Président' },
  },
  rejected: {
    legalName: 'Réussite Garantie Conseil',
    legalForm: 'societe-commerciale',
    line1: '2 rue du Commerce',
    postalCode: '06000',
    city: 'Nice',
    description: 'Démarchage et placement de formations.',
    representative: { firstName: 'Franck', lastName: 'Bonnardel', function: 'Gérant' },
  },
  rejectedUnnotified: {
    legalName: 'Certif’Minute',
    legalForm: 'societe-commerciale',
    line1: '14 boulevard Voltaire',
    postalCode: '35000',
    city: 'Rennes',
    description: 'Vente de certifications en ligne.',
    representative: { firstName: 'Damien', lastName: 'Corre', function: 'Président' },
  },
  closed: {
    legalName: 'Association Clé de voûte',
    legalForm: 'association',
    line1: '9 rue de la Paix',
    postalCode: '25000',
    city: 'Besançon',
    description: 'Savoirs de base et illettrisme.',
    representative: { firstName: 'Solène', lastName: 'Mougin', function: 'Présidente' },
  },
  withdrawn: {
    legalName: 'Nouvel Élan Corse',
    legalForm: 'association',
    line1: '12 cours Napoléon',
    postalCode: '20000',
    city: 'Ajaccio',
    description: 'Tourisme durable et hôtellerie.',
    representative: { firstName: 'Ghjuvan', lastName: 'Casanova', function: 'Président' },
  },
  expired: {
    legalName: 'Relais Formation Vendée',
    legalForm: 'association',
    line1: '3 rue Clemenceau',
    postalCode: '85000',
    city: 'La Roche-sur-Yon',
    description: 'Formations de proximité.',
    representative: { firstName: 'Denis', lastName: 'Poiraud', function: 'Directeur' },
  },
  validated: {
    legalName: 'Collectif Horizons Auvergne',
    acronym: 'CHA',
    legalForm: 'association',
    line1: '20 place de Jaude',
    postalCode: '63000',
    city: 'Clermont-Ferrand',
    website: 'https://horizons-auvergne.example',
    description: 'Insertion, VAE et orientation tout au long de la vie.',
    representative: { firstName: 'Camille', lastName: 'Verdier', function: 'Présidente' },
  },
} as const satisfies Record<string, DemoOrganisation>
