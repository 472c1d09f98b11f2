/** The two demo clinics: what stands in them before any patient comes. Names are invented; telephone numbers are reserved for fiction. */
export type DemoMember = {
  key: string
  name: string
  roles: string[]
  doctor: boolean
  email: string
  language: 'fr' | 'en'
  resource?: string
}
export type DemoResource = {
  key: string
  kind: 'practitioner' | 'assistant' | 'room' | 'device'
  name: string
  bufferAfterMinutes?: number
}
export type DemoPhase = { kind: string; minutes: number; resources: string[]; patient: boolean }
export type DemoService = {
  id: string
  kind: 'consultation' | 'treatment'
  fr: string
  en: string
  priceCents: number
  phases: DemoPhase[]
  resources: string[]
}
export type DemoClinic = {
  slug: string
  name: string
  timeZone: string
  isDefault: boolean
  hosts: string[]
  profile: {
    country: 'BE' | 'FR'
    city: string
    address: string
    phone: string
    email: string
    accessFr: string
    accessEn: string
    firstVisit: 'consultation' | 'treatment'
    noticeMinutes: number
    horizonDays: number
    stepMinutes: number
    freeCancelHours: number
    prpPurpose?: string
  }
  /** ISO weekday -> wall-clock openings. */
  opening: Record<number, [opens: string, closes: string][]>
  resources: DemoResource[]
  services: DemoService[]
  team: DemoMember[]
}

const wholeDay: [string, string][] = [
  ['09:00', '12:30'],
  ['13:30', '18:30'],
]

const consultation: DemoPhase[] = [
  { kind: 'consultation', minutes: 30, resources: ['practitioner', 'room'], patient: true },
]
const treatmentPhases: DemoPhase[] = [
  { kind: 'numbing', minutes: 40, resources: ['room'], patient: true },
  { kind: 'needling', minutes: 35, resources: ['practitioner', 'room', 'device'], patient: true },
  { kind: 'settling', minutes: 10, resources: ['room'], patient: true },
  { kind: 'cleaning', minutes: 15, resources: ['room'], patient: false },
]

export const demoClinics: DemoClinic[] = [
  {
    slug: 'demo-be',
    name: 'Cabinet Lumen',
    timeZone: 'Europe/Brussels',
    isDefault: true,
    hosts: ['demo-be.localhost'],
    profile: {
      country: 'BE',
      city: 'Bruxelles',
      address: '18 rue de l’Arbre Bénit, 1050 Bruxelles',
      phone: '+32 2 555 01 20',
      email: 'bonjour@cabinet-lumen.example',
      accessFr: 'Plain-pied, boucle magnétique. Métro Louise, tram 8 et 93.',
      accessEn: 'Step-free, hearing loop. Metro Louise, trams 8 and 93.',
      firstVisit: 'treatment',
      noticeMinutes: 120,
      horizonDays: 365,
      stepMinutes: 15,
      freeCancelHours: 24,
      prpPurpose: 'cicatrices d’acné, en complément des aiguilles / acne scars, in addition to needling',
    },
    opening: { 1: wholeDay, 2: wholeDay, 4: wholeDay, 5: wholeDay, 6: [['09:00', '13:00']] },
    resources: [
      { key: 'peeters', kind: 'practitioner', name: 'Dr Claire Peeters' },
      { key: 'diallo', kind: 'practitioner', name: 'Dr Amadou Diallo' },
      { key: 'solo', kind: 'practitioner', name: 'Dr Inès Wauters' },
      { key: 'roux', kind: 'assistant', name: 'Anne Roux' },
      { key: 'room-1', kind: 'room', name: 'Salle 1' },
      { key: 'room-2', kind: 'room', name: 'Salle 2' },
      { key: 'room-3', kind: 'room', name: 'Salle 3' },
      { key: 'pen-1', kind: 'device', name: 'Stylo 1', bufferAfterMinutes: 10 },
      { key: 'pen-2', kind: 'device', name: 'Stylo 2', bufferAfterMinutes: 10 },
    ],
    services: [
      {
        id: 'consultation',
        kind: 'consultation',
        fr: 'Consultation',
        en: 'Consultation',
        priceCents: 6000,
        phases: consultation,
        resources: ['peeters', 'diallo', 'room-1', 'room-2'],
      },
      {
        id: 'treatment',
        kind: 'treatment',
        fr: 'Séance de microneedling',
        en: 'Microneedling treatment',
        priceCents: 22000,
        phases: treatmentPhases,
        resources: ['peeters', 'diallo', 'room-1', 'room-2', 'pen-1', 'pen-2'],
      },
      {
        id: 'solo',
        kind: 'treatment',
        fr: 'Séance courte, Dr Wauters',
        en: 'Short treatment, Dr Wauters',
        priceCents: 15000,
        phases: [
          { kind: 'needling', minutes: 20, resources: ['practitioner', 'room'], patient: true },
          { kind: 'cleaning', minutes: 10, resources: ['room'], patient: false },
        ],
        resources: ['solo', 'room-3'],
      },
    ],
    team: [
      {
        key: 'owner',
        name: 'Hélène Lumen',
        roles: ['owner'],
        doctor: false,
        email: 'owner@demo-be.example',
        language: 'fr',
      },
      {
        key: 'practitioner',
        name: 'Dr Claire Peeters',
        roles: ['practitioner'],
        doctor: true,
        email: 'practitioner@demo-be.example',
        language: 'fr',
        resource: 'peeters',
      },
      {
        key: 'assistant',
        name: 'Anne Roux',
        roles: ['assistant'],
        doctor: false,
        email: 'assistant@demo-be.example',
        language: 'fr',
        resource: 'roux',
      },
      {
        key: 'frontDesk',
        name: 'Tom Janssens',
        roles: ['frontDesk'],
        doctor: false,
        email: 'frontdesk@demo-be.example',
        language: 'en',
      },
    ],
  },
  {
    slug: 'demo-fr',
    name: 'Cabinet Morel',
    timeZone: 'Europe/Paris',
    isDefault: false,
    hosts: ['demo-fr.localhost'],
    profile: {
      country: 'FR',
      city: 'Lyon',
      address: '12 rue des Lilas, 69003 Lyon',
      phone: '04 65 71 00 00',
      email: 'bonjour@cabinet-morel.example',
      accessFr: 'Plain-pied, boucle magnétique. Métro D.',
      accessEn: 'Step-free, hearing loop. Metro D.',
      firstVisit: 'consultation',
      noticeMinutes: 240,
      horizonDays: 180,
      stepMinutes: 15,
      freeCancelHours: 24,
    },
    opening: { 1: wholeDay, 2: wholeDay, 4: wholeDay, 5: wholeDay },
    resources: [
      { key: 'morel', kind: 'practitioner', name: 'Dr Paul Morel' },
      { key: 'room-1', kind: 'room', name: 'Salle 1' },
      { key: 'pen-1', kind: 'device', name: 'Stylo 1', bufferAfterMinutes: 10 },
    ],
    services: [
      {
        id: 'consultation',
        kind: 'consultation',
        fr: 'Consultation',
        en: 'Consultation',
        priceCents: 5000,
        phases: consultation,
        resources: ['morel', 'room-1'],
      },
      {
        id: 'treatment',
        kind: 'treatment',
        fr: 'Séance de microneedling',
        en: 'Microneedling treatment',
        priceCents: 25000,
        phases: treatmentPhases,
        resources: ['morel', 'room-1', 'pen-1'],
      },
    ],
    team: [
      {
        key: 'owner',
        name: 'Dr Paul Morel',
        roles: ['owner', 'practitioner'],
        doctor: true,
        email: 'owner@demo-fr.example',
        language: 'fr',
        resource: 'morel',
      },
      {
        key: 'frontDesk',
        name: 'Lucie Martin',
        roles: ['frontDesk'],
        doctor: false,
        email: 'frontdesk@demo-fr.example',
        language: 'fr',
      },
    ],
  },
]
