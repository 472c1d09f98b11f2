export function findPackageNeed(clone: string, command: string): string | undefined
export function markPackages(clone: string, command: string): void
