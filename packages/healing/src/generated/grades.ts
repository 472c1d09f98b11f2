// Made by packages/healing/generate.ts from evidence/. Do not edit: change the table and run it again.
import type { EvidenceGrade } from '../evidence/grades.ts'

export const GRADE_ROWS: readonly EvidenceGrade[] = [
  {"id":"EG01","indication":"atrophic acne scars","treatment":"needling alone","grade":"moderate","dots":2,"why":"one blinded split-face trial against untreated skin (n=15); several randomised trials against laser or peel; many open series"},
  {"id":"EG02","indication":"atrophic acne scars","treatment":"PRP added to needling","grade":"low to moderate","dots":1,"why":"pooled OR of controlled studies but most split-face and unblinded; single trials find little"},
  {"id":"EG03","indication":"surgical and traumatic scars","treatment":"needling alone","grade":"low","dots":1,"why":"one small randomised trial; open series"},
  {"id":"EG04","indication":"burn and hypertrophic scars","treatment":"needling alone","grade":"low to moderate","dots":1,"why":"one randomised trial against laser; open series; one arm with steroid"},
  {"id":"EG05","indication":"fine lines and wrinkles","treatment":"needling alone","grade":"low","dots":1,"why":"open series paid by device makers; one randomised trial with saline-needled control"},
  {"id":"EG06","indication":"texture and complexion","treatment":"needling alone","grade":"low","dots":1,"why":"same series as wrinkles; instruments agree in direction"},
  {"id":"EG07","indication":"stretch marks","treatment":"needling alone","grade":"low to moderate","dots":1,"why":"small randomised trials; a meta-analysis with broad comparators"},
  {"id":"EG08","indication":"hyperpigmentation (melasma)","treatment":"needling with tranexamic acid or similar","grade":"moderate","dots":2,"why":"several randomised split-face trials; short follow-up; how much the drug adds differs between trials (from most of the effect to little)"},
  {"id":"EG09","indication":"hyperpigmentation (melasma)","treatment":"needling alone","grade":"low","dots":1,"why":"one split-face control arm; sun care and drift included"},
  {"id":"EG10","indication":"enlarged pores","treatment":"needling alone","grade":"none","dots":0,"why":"no trial without radiofrequency that prints a figure was found"},
  {"id":"EG11","indication":"periorbital wrinkles and dark circles","treatment":"needling with others","grade":"very low","dots":0,"why":"one poster; no needling-alone arm"},
  {"id":"EG12","indication":"fine lines and wrinkles","treatment":"PRP added to needling","grade":"none","dots":0,"why":"pooled effect not different from zero"},
]
