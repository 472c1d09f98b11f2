// The patient reads and signs without any script.
export const csr = false
