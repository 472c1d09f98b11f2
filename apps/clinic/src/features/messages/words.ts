import { bothLanguages } from '#platform/languages/languages.ts'

const nb = '\u00a0'

// No care word in a subject: it is read on lock screens, by whoever is near.
export const letterWords = bothLanguages(
  {
    hello: (givenName: string) => `Bonjour ${givenName},`,
    when: (date: string, time: string, city: string) => `${date}, ${time} (heure de ${city})`,
    insteadOf: (date: string, time: string) => `au lieu de ${date}, ${time}`,
    withWhom: (name: string) => `avec ${name}`,
    access: (text: string) => `Accès${nb}: ${text}`,
    phone: (phone: string) => `Téléphone${nb}: ${phone}`,
    signature: (clinic: string) => clinic,
    manage: 'Changer ou annuler le rendez-vous',
    bookAgain: 'Reprendre une date',
    freeUntil: (hours: number) =>
      hours === 0
        ? 'Annulation en ligne à tout moment, sans frais.'
        : `Annulation en ligne à tout moment, sans frais jusqu’à ${hours}${nb}h avant.`,
    calendar: (clinic: string) => `${clinic}${nb}: rendez-vous`,
    confirmation: {
      subject: (day: string) => `Votre rendez-vous du ${day}`,
      opening: 'Votre rendez-vous est confirmé.',
    },
    change: {
      subject: (day: string) => `Votre rendez-vous est déplacé au ${day}`,
      opening: 'Votre rendez-vous est déplacé. Voici la nouvelle date.',
    },
    cancellation: {
      subject: (day: string) => `Votre rendez-vous du ${day} est annulé`,
      opening: 'C’est annulé. Voici le rendez-vous qui n’aura pas lieu.',
      byClinic: 'Le cabinet a annulé ce rendez-vous. Voici la date qui n’est plus retenue.',
      free: `Frais${nb}: aucun.`,
      late: (hours: number) =>
        `Le délai sans frais (${hours}${nb}h avant) était passé. Le cabinet vous dira si des frais s’appliquent, et lesquels.`,
    },
    patientLink: {
      subject: 'Votre lien pour entrer dans votre espace',
      opening: 'Voici votre lien. Il sert une seule fois.',
      until: (hours: number) => `Il expire dans ${hours}${nb}heures. Ne le communiquez à personne.`,
      enter: 'Ouvrir mon espace',
      notYou: 'Vous n’avez rien demandé\u00a0? Ignorez ce message\u00a0: rien n’a changé.',
    },
  },
  {
    hello: (givenName: string) => `Hello ${givenName},`,
    when: (date: string, time: string, city: string) => `${date}, ${time} (${city} time)`,
    insteadOf: (date: string, time: string) => `instead of ${date}, ${time}`,
    withWhom: (name: string) => `with ${name}`,
    access: (text: string) => `Getting here: ${text}`,
    phone: (phone: string) => `Telephone: ${phone}`,
    signature: (clinic: string) => clinic,
    manage: 'Change or cancel the appointment',
    bookAgain: 'Choose another date',
    freeUntil: (hours: number) =>
      hours === 0
        ? 'Cancel online at any time, free of charge.'
        : `Cancel online at any time, free until ${hours} h before.`,
    calendar: (clinic: string) => `${clinic}: appointment`,
    confirmation: {
      subject: (day: string) => `Your appointment on ${day}`,
      opening: 'Your appointment is confirmed.',
    },
    change: {
      subject: (day: string) => `Your appointment has moved to ${day}`,
      opening: 'Your appointment has moved. Here is the new date.',
    },
    cancellation: {
      subject: (day: string) => `Your appointment on ${day} is cancelled`,
      opening: 'It is cancelled. This is the appointment that will not take place.',
      byClinic: 'The clinic has cancelled this appointment. This is the date that no longer stands.',
      free: 'Fee: none.',
      late: (hours: number) =>
        `The free period (until ${hours} h before) had passed. The clinic will tell you whether a fee applies, and how much.`,
    },
    patientLink: {
      subject: 'Your link to enter your space',
      opening: 'Here is your link. It works once.',
      until: (hours: number) => `It expires in ${hours} hours. Give it to nobody.`,
      enter: 'Open my space',
      notYou: 'You asked for nothing? Ignore this message: nothing has changed.',
    },
  },
)
