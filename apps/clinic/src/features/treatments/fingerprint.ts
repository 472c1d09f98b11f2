/** '3f9a 17c2 b04e 88d1': the first sixteen digits of a SHA-256, in four groups that two people can read to each other. */
export function fourGroups(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
