const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clinic's clock reads at an instant (epoch ms): '09:42'. Native, so that a board in the browser may tick by itself. */
export function clockTime(at: number, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

/** '40 min', '1 h 20', with no-break spaces. */
export function duration(minutes: number): string {
  const noBreak = '\u00a0'
  if (minutes < 60) return `${minutes}${noBreak}min`
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)}${noBreak}h`
  return rest === 0 ? hours : `${hours}${noBreak}${String(rest).padStart(2, '0')}`
}
