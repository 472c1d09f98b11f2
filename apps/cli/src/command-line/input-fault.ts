/**
 * What the caller gave cannot be used, and the message says which file, field or option, its limit and the way out.
 * The frame prints one line for each message and ends with exit code 2.
 */
export class InputFault extends Error {
  readonly lines: readonly string[]

  constructor(lines: string | readonly string[]) {
    super([lines].flat().join('\n'))
    this.name = 'InputFault'
    this.lines = [lines].flat()
  }
}
