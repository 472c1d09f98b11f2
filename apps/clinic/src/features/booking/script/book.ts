import { countHoldDown } from './count-hold-down.ts'
import { keepNoneAlone } from './keep-none-alone.ts'
import { pickSlotInPlace } from './pick-slot-in-place.ts'
import { sendOnce } from './send-once.ts'
import { submitOnChange } from './submit-on-change.ts'

/*
 * The one script of the booking pages. Every step works without it: each part below finds its own marks in the page and
 * does nothing where they are missing.
 */
sendOnce()
keepNoneAlone()
submitOnChange()
pickSlotInPlace()
countHoldDown()
