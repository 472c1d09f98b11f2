/** What a member did about a red flag, as the list offers it. */
export const redFlagActions = ['calledBack', 'seenToday', 'referred', 'reassured'] as const
export type RedFlagAction = (typeof redFlagActions)[number]
