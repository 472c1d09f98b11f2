/** The six skin phototypes as they are written, in their order. */
export const phototypeNames = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const
