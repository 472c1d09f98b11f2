/** 'tel:+3225550120' */
export function telephoneLink(phone: string): string {
  return `tel:${phone.replaceAll(/[^+\d]/g, '')}`
}

/** The number as it is read, never broken over two lines. */
export function telephone(phone: string): string {
  return phone.replaceAll(' ', '\u00a0')
}
