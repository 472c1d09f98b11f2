/** The demo's pages are plain: they must work wherever the clinic's do. */
export const csr = false
