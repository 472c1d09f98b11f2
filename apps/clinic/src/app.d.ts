import type { Caller } from '#features/access/index.server.ts'
import type { SignInLibrary } from '#features/sign-in/index.server.ts'

declare global {
  namespace App {
    interface Locals {
      /** Set by hooks.server.ts for every door that opens. */
      caller: Caller
      library: SignInLibrary
    }
    interface Error {
      message: string
      /** Stable and small on the screen: PT-404-PAGE. */
      code: string
    }
  }
}
