import type { Piece } from './piece.ts'

/** A cartridge that is asked for: as a code or a person said it. `lot` may be '' behind the number of our own label. */
export type AskedCartridge = Piece & { expiresOn: string | undefined }

/** What is known of a cartridge that is about to be opened. Dates are local dates, instants epoch ms. */
export type CartridgeAnswer =
  | ({ answer: 'accepted'; expiresOn: string } & Piece)
  | ({ answer: 'expired'; expiresOn: string; daysAgo: number } & Piece)
  | ({ answer: 'used'; openedAt: number; sameTreatment: boolean; room: string | undefined } & Piece)
  | ({ answer: 'discarded'; leftAt: number } & Piece)
  | ({ answer: 'recalled'; recalledAt: number; source: RecallSource; onShelf: number } & Piece)
  /** Not received here: it may be opened when its lot and number were typed twice, and its treatment says so. */
  | ({ answer: 'notInStock' } & Piece)
  /** Received here as something else, such as a cream. */
  | ({ answer: 'notNeedles'; name: string } & Piece)
  /** Two products have a piece of this lot and number: the code must say which. */
  | ({ answer: 'severalProducts' } & Piece)

export const recallSources = ['maker', 'authority', 'clinic'] as const
export type RecallSource = (typeof recallSources)[number]
