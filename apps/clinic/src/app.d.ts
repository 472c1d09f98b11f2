import type { Caller } from '#features/access/index.server.ts'
import type { SignInLibrary } from '#features/sign-in/index.server.ts'
import type { Doorstep } from '#features/sign-in/index.ts'

declare global {
  namespace App {
    interface Locals {
      /** Set by hooks.server.ts for every door that opens. */
      caller: Caller
      library: SignInLibrary
    }
    interface Error {
      message: string
      /** Stable and small on the screen: PT-404-PAGE. Made of the status where the thrower names none. */
      code?: string
      /** Where the reader is and whom to call; added by hooks.server.ts. */
      doorstep?: Doorstep
    }
  }
}
