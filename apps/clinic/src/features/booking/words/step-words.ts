import { bothLanguages } from '#platform/languages/languages.ts'

/** What every step of a booking says: where one is, what went wrong, what is kept. */
export const stepWords = bothLanguages(
  {
    step: (step: number, of: number) => `Étape ${step} sur ${of}`,
    next: (title: string) => `Étape suivante : ${title}`,
    titles: {
      bookNeed: 'Votre demande',
      bookHealth: 'Votre santé',
      bookTime: 'Date et heure',
      bookDetails: 'Vos coordonnées',
      bookCheck: 'Vérifier',
    },
    nextTitles: {
      bookHealth: 'votre santé',
      bookTime: 'date et heure',
      bookDetails: 'vos coordonnées',
      bookCheck: 'vérifier',
    },
    pageTitle: (step: string, title: string, clinic: string) => `${step} : ${title} – ${clinic}`,
    plainTitle: (title: string, clinic: string) => `${title} – ${clinic}`,
    description: (clinic: string) =>
      `Prendre RDV en ligne chez ${clinic}, en cinq étapes, sans compte ni mot de passe.`,
    errorTitle: (title: string) => `Erreur : ${title}`,
    problem: (count: number) => (count > 1 ? `${count} points à corriger` : 'Un point à corriger'),
    continue: 'Continuer',
    question: 'Une question ?',
    callUs: 'Plutôt au téléphone ?',
    tooMany: 'Trop de demandes à la suite depuis cette adresse. Attendez une minute, puis réessayez.',
    offline: 'Vous êtes hors ligne.',
    offlineBefore: 'Rien n’est réservé. Vos réponses restent sur cette page.',
    offlineHeld: 'L’heure reste gardée jusqu’à la fin du délai. Vos réponses restent sur cette page.',
  },
  {
    step: (step, of) => `Step ${step} of ${of}`,
    next: (title) => `Next step: ${title}`,
    titles: {
      bookNeed: 'What you need',
      bookHealth: 'Your health',
      bookTime: 'Date and time',
      bookDetails: 'Your details',
      bookCheck: 'Check',
    },
    nextTitles: {
      bookHealth: 'your health',
      bookTime: 'date and time',
      bookDetails: 'your details',
      bookCheck: 'check',
    },
    pageTitle: (step, title, clinic) => `${step}: ${title} – ${clinic}`,
    plainTitle: (title, clinic) => `${title} – ${clinic}`,
    description: (clinic) => `Book online with ${clinic}, in five steps, without account or password.`,
    errorTitle: (title) => `Error: ${title}`,
    problem: (count) => (count > 1 ? `There are ${count} problems` : 'There is a problem'),
    continue: 'Continue',
    question: 'A question?',
    callUs: 'Rather by phone?',
    tooMany: 'Too many requests in a row from this address. Wait a minute, then try again.',
    offline: 'You are offline.',
    offlineBefore: 'Nothing is booked. Your answers stay on this page.',
    offlineHeld: 'The time stays held until its end. Your answers stay on this page.',
  },
)
