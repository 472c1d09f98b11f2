/** The cookie that holds a patient's sign-in token. */
export const patientCookie = 'pointille_patient'
/** Thirty days, in seconds: a course's check-ins fit inside, and a lost phone does not stay signed in for ever. */
export const patientCookieSeconds = 30 * 24 * 3600
