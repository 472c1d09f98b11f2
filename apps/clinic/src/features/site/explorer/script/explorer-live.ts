import { mount } from 'svelte'
import type { Language } from '#platform/languages/languages.ts'
import { dayOfX } from '#ui/dots/phase-field.ts'
import { mmText } from '#ui/skin-picture/say-skin.ts'
import ExplorerResult from '../ExplorerResult.svelte'
import ExplorerTimeline from '../ExplorerTimeline.svelte'
import type { Exploration } from '../explore.ts'
import { type ExploredTreatment, lastDay, readTreatment } from '../explored-treatment.ts'
import { explorerWords } from '../explorer-words.ts'
import FourDays from '../FourDays.svelte'
import { makeShown, type Shown } from './shown.svelte.ts'

/*
 * The explorer once somebody has come near it. The form stays as the server sent it; its two pictures are drawn here from
 * then on. Only the newest setting is asked of the model, and what was asked once is kept.
 */
const form = document.querySelector<HTMLFormElement>('#explorer')!
const language = form.dataset.language as Language
const words = explorerWords[language]
const dayInput = form.querySelector<HTMLInputElement>('input[name=day]')!
const model = new Worker(form.dataset.model!)
const known = new Map<string, Exploration>()
let shown: Shown | undefined
let later: Shown | undefined
let rest: ReturnType<typeof setTimeout> | undefined
const restMs = 250
let isBusy = false

const keyOf = ({ needleMm, passes, prp }: Omit<ExploredTreatment, 'day'>) => `${needleMm} ${passes} ${prp}`
const asked = () => readTreatment(new URLSearchParams(new FormData(form) as unknown as Record<string, string>), true)

function update(): void {
  const treatment = asked()
  const { needleMm, passes, prp, day } = treatment
  sayControls(treatment)
  const exploration = known.get(keyOf(treatment))
  if (exploration) show(exploration, day)
  else {
    if (shown) shown.day = day
    if (!isBusy) model.postMessage({ needleMm, passes, prp })
    isBusy = true
  }
}

model.onmessage = ({ data }: MessageEvent<{ treatment: Omit<ExploredTreatment, 'day'>; exploration: Exploration }>) => {
  isBusy = false
  known.set(keyOf(data.treatment), data.exploration)
  update()
}

function show(exploration: Exploration, day: number): void {
  if (shown) Object.assign(shown, { exploration, day })
  else {
    shown = makeShown({ language, exploration, day })
    later = makeShown({ language, exploration, day })
    replace('timeline', ExplorerTimeline, shown)
    replace('result', ExplorerResult, shown)
    replace('four', FourDays, later)
    form.classList.add('is-live')
  }
  // The four small pictures further down wait until the hand rests.
  clearTimeout(rest)
  rest = setTimeout(() => Object.assign(later!, { exploration }), restMs)
}

type Part = typeof ExplorerTimeline | typeof ExplorerResult | typeof FourDays
function replace(name: string, part: Part, props: Shown): void {
  const target = document.querySelector(`[data-region=${name}]`)!
  target.replaceChildren()
  mount(part, { target, props })
}

function sayControls({ needleMm, passes, day }: ExploredTreatment): void {
  form.querySelector('output[for=needle]')!.textContent = words.millimetres(mmText(needleMm, language))
  form.querySelector('output[for=passes]')!.textContent = String(passes)
  dayInput.setAttribute('aria-valuetext', words.dayTitle(day))
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[name=day]'))
    if (Number(button.value) === day) button.setAttribute('aria-current', 'true')
    else button.removeAttribute('aria-current')
}

function chooseDay(day: number): void {
  dayInput.value = String(Math.min(lastDay, Math.max(0, Math.round(day))))
  update()
}

form.addEventListener('input', update)
form.addEventListener('submit', (event) => {
  if (!shown) return
  event.preventDefault()
  const { submitter } = event
  if (submitter instanceof HTMLButtonElement && submitter.name === 'day') chooseDay(Number(submitter.value))
})
dayInput.addEventListener('keydown', (event) => {
  const by = { PageUp: 7, PageDown: -7 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  chooseDay(Number(dayInput.value) + by)
})
// The axis is a root: where the finger is on it is not where the browser's own range would be.
dayInput.addEventListener('pointerdown', (event) => {
  if (event.button !== 0) return
  const inset = 22
  const follow = ({ clientX }: PointerEvent) => {
    const { left, width } = dayInput.getBoundingClientRect()
    chooseDay(dayOfX(Math.max(0, clientX - left - inset), width - 2 * inset))
  }
  event.preventDefault()
  dayInput.focus({ preventScroll: true })
  dayInput.setPointerCapture(event.pointerId)
  follow(event)
  dayInput.addEventListener('pointermove', follow)
  dayInput.addEventListener('lostpointercapture', () => dayInput.removeEventListener('pointermove', follow), {
    once: true,
  })
})
update()
