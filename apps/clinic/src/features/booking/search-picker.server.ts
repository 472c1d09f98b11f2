import { addDays } from '#platform/languages/dates.ts'
import {
  layOutPicker,
  type PickerAsk,
  type PickerContext,
  type PickerLimits,
  type PickerView,
  spanOf,
} from './picker-view.ts'
import { mostSearchDays, type OfferedDay } from './start.ts'

/** Any search over local dates, both included: to book, or to move. */
export type DaySearch = (fromOn: string, toOn: string) => Promise<OfferedDay[]>

/** The page of free times asked for; looks on to the end of what may be booked when the page itself holds none. */
export async function searchPicker(
  search: DaySearch,
  { ask, limits, startOn }: { ask: PickerAsk; limits: PickerLimits; startOn: string },
  context: PickerContext,
): Promise<PickerView> {
  const { anchorOn, fromOn, toOn } = spanOf(ask, limits, startOn)
  const searched = await search(fromOn, toOn)
  const hasLaterStart = searched.some(({ date, starts }) => date >= anchorOn && starts.length > 0)
  const beyond = hasLaterStart ? undefined : await findFreeDayAfter(search, toOn, limits.lastOn)
  return layOutPicker(searched, { ask, limits, anchorOn, beyond }, context)
}

async function findFreeDayAfter(search: DaySearch, afterOn: string, lastOn: string): Promise<OfferedDay | undefined> {
  for (let fromOn = addDays(afterOn, 1); fromOn <= lastOn; fromOn = addDays(fromOn, mostSearchDays)) {
    const endOn = addDays(fromOn, mostSearchDays - 1)
    const days = await search(fromOn, endOn < lastOn ? endOn : lastOn)
    const free = days.find(({ starts }) => starts.length > 0)
    if (free) return free
  }
  return undefined
}
