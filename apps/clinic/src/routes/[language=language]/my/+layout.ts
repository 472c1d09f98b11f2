/** The patient's pages come whole from the server: an old phone has nothing to run. */
export const csr = false
