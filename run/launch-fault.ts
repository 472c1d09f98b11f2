/** Something the person at the terminal can put right: its message is one line that says what is wrong and the way out. */
export class LaunchFault extends Error {
  override name = 'LaunchFault'
}
