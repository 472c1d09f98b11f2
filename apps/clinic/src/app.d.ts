import type { IncomingMessage } from 'node:http'
import type { Caller } from '#features/access/index.server.ts'
import type { SignInLibrary } from '#features/sign-in/index.server.ts'
import type { Doorstep } from '#features/sign-in/index.ts'
import type { Shelf } from '#platform/http/shelf.server.ts'

declare global {
  namespace App {
    interface Locals {
      /** Set by hooks.server.ts for every door that opens. */
      caller: Caller
      library: SignInLibrary
    }
    interface Platform {
      /** Node's own request, with the shelf that main.ts keeps in front of the application. */
      req: IncomingMessage & { shelf?: Shelf }
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
