/** Public pages are sent whole: no script is needed to read them or to book. */
export const csr = false
