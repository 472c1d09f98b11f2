import type { Language } from '#platform/languages/languages.ts'
import { bothLanguages } from '#platform/languages/languages.ts'
import type { BenchRefusal } from './answers.ts'

const refusals = bothLanguages(
  {
    LabelVoid: (scanned: string, label: string) => `L’étiquette ${scanned} est annulée. Celle qui compte est ${label}.`,
    WrongLabel: (scanned: string, expected: string) =>
      `${scanned} n’est pas le code attendu (${expected}). Rien n’a été noté.`,
    UnknownLabel: (scanned: string) =>
      scanned === '' ? 'Scannez ou tapez un code.' : `Le code ${scanned} est inconnu ici. Scannez de nouveau.`,
    TooLate: 'Plus de 4 heures depuis le prélèvement\u00a0: ce tube ne peut qu’être mis au rebut.',
    IdentityTooOld: (minutes: number) =>
      `L’identité a été demandée il y a ${minutes}\u00a0min. Demandez-la de nouveau.`,
    NobodyChosen: 'Choisissez une personne.',
    NotInTreatment: 'Cette personne n’a pas de séance ouverte.',
    NoSuchPlace: 'Choisissez une place de la centrifugeuse.',
    PlaceTaken: 'Cette place tourne déjà avec un autre tube. Choisissez-en une autre.',
    SpinOutOfRange: (forceG: number) =>
      `${forceG}\u00a0g est hors des limites (50 à 4000\u00a0g). Vérifiez les tours par minute.`,
    InvalidPrpEvent: 'Une valeur manque ou dépasse ses limites.',
    IllegalPrpStep: 'Cette étape ne vient pas maintenant. La page montre où en est le tube.',
    ClockWentBack: 'L’horloge a reculé. Vérifiez l’heure, puis recommencez.',
    TubesUnaccounted: (tubes: string) =>
      `La journée ne peut pas se terminer. À retrouver ou à mettre au rebut\u00a0: ${tubes}.`,
    ReasonMissing: 'Choisissez un motif\u00a0; «\u00a0autre\u00a0» demande une précision.',
    PrintsExhausted: 'Cette étiquette a été réimprimée trop souvent. Mettez le tube au rebut.',
    OtherPerson: 'Ce tube n’est pas à cette personne.',
    NotAllowed: 'Votre rôle ne permet pas cette étape.',
    treatment: {
      nothingNeedled: 'Le plasma vient après les aiguilles\u00a0: aucun passage n’est noté dans la séance.',
      cleaningMissing: 'Nettoyez d’abord la zone dans la séance.',
      closing: 'La peau est déjà couverte ou les déchets comptés\u00a0: trop tard pour le plasma.',
      consent: 'Il manque un consentement valable à ce plan.',
      stopped: 'Le soin a été arrêté.',
      sealed: 'La séance est close.',
      other: 'La séance n’est pas prête pour le plasma.',
    },
  },
  {
    LabelVoid: (scanned, label) => `Label ${scanned} is void. The one that counts is ${label}.`,
    WrongLabel: (scanned, expected) => `${scanned} is not the expected code (${expected}). Nothing was recorded.`,
    UnknownLabel: (scanned) =>
      scanned === '' ? 'Scan or type a code.' : `Code ${scanned} is unknown here. Scan again.`,
    TooLate: 'More than 4 hours since the draw: this tube can only be discarded.',
    IdentityTooOld: (minutes) => `The identity was asked ${minutes}\u00a0min ago. Ask again.`,
    NobodyChosen: 'Choose a person.',
    NotInTreatment: 'This person has no open treatment.',
    NoSuchPlace: 'Choose a place of the centrifuge.',
    PlaceTaken: 'Another tube is turning in this place. Choose another.',
    SpinOutOfRange: (forceG) => `${forceG}\u00a0g is outside the limits (50 to 4000\u00a0g). Check the turns a minute.`,
    InvalidPrpEvent: 'A value is missing or outside its limits.',
    IllegalPrpStep: 'This step does not come now. The page shows where the tube stands.',
    ClockWentBack: 'The clock went back. Check the time, then try again.',
    TubesUnaccounted: (tubes) => `The day cannot end. To find or to discard: ${tubes}.`,
    ReasonMissing: 'Choose a reason; “other” needs details.',
    PrintsExhausted: 'This label was reprinted too often. Discard the tube.',
    OtherPerson: 'This tube does not belong to this person.',
    NotAllowed: 'Your role does not allow this step.',
    treatment: {
      nothingNeedled: 'Plasma comes after the needles: the treatment has no pass yet.',
      cleaningMissing: 'Clean the zone in the treatment first.',
      closing: 'The skin is already dressed or the sharps counted: too late for plasma.',
      consent: 'A valid consent to this plan is missing.',
      stopped: 'The treatment was stopped.',
      sealed: 'The treatment is sealed.',
      other: 'The treatment is not ready for plasma.',
    },
  },
)

/** A refusal in the reader's words: what happened and what to do. */
export function sayRefusal(refusal: BenchRefusal, language: Language): string {
  const words = refusals[language]
  switch (refusal.refusal) {
    case 'LabelVoid':
      return words.LabelVoid(refusal.scanned, refusal.label)
    case 'WrongLabel':
      return words.WrongLabel(refusal.scanned, refusal.expected)
    case 'UnknownLabel':
      return words.UnknownLabel(refusal.scanned)
    case 'IdentityTooOld':
      return words.IdentityTooOld(refusal.minutes)
    case 'SpinOutOfRange':
      return words.SpinOutOfRange(refusal.forceG)
    case 'TubesUnaccounted':
      return words.TubesUnaccounted(refusal.tubes.map(({ label, name }) => `${label} ${name}`).join(' ; '))
    case 'TreatmentNotReady':
      return sayCause(refusal.cause, language)
    case 'DuplicateEvent':
    case 'ForceMismatch':
    case 'NoPrpHere':
    case 'NoSuchTube':
      return words.IllegalPrpStep
    default:
      return words[refusal.refusal]
  }
}

function sayCause(cause: string, language: Language): string {
  const words = refusals[language].treatment
  if (cause === 'consentMissing' || cause === 'consentVoid') return words.consent
  return Object.hasOwn(words, cause) ? words[cause as keyof typeof words] : words.other
}
