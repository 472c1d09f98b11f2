/** "Held for you: 9 min 40", told at 5 minutes and at 1, and what to do once the time is up. */
export function countHoldDown(): void {
  const bar = document.querySelector<HTMLElement>('[data-hold-left]')
  const clock = bar?.querySelector<HTMLElement>('[data-hold-clock]')
  const said = bar?.querySelector<HTMLElement>('[role="status"]')
  if (!bar || !clock || !said) return
  const { label = '', fiveLeft = '', oneLeft = '', timeUp = '', canExtend = '' } = bar.dataset
  const endsAt = performance.now() + Number(bar.dataset.holdLeft)
  const extension = bar.querySelector<HTMLElement>('[data-hold-extend]')
  const again = bar.querySelector<HTMLElement>('[data-hold-again]')
  const told = new Set<string>()

  const tell = (sentence: string) => {
    if (told.has(sentence)) return
    told.add(sentence)
    said.textContent = sentence
  }
  const tick = () => {
    const seconds = Math.max(0, Math.round((endsAt - performance.now()) / 1000))
    const left = `${Math.floor(seconds / 60)}\u00a0min\u00a0${String(seconds % 60).padStart(2, '0')}`
    clock.textContent = `${label} ${left}`
    const help = extension ? ` ${canExtend}` : ''
    if (seconds <= 60) tell(oneLeft + help)
    else if (seconds <= 300) tell(fiveLeft + help)
    if (seconds > 0) return
    clearInterval(timer)
    clock.textContent = timeUp
    said.textContent = timeUp
    if (extension) extension.hidden = true
    if (again) again.hidden = false
  }
  const timer = setInterval(tick, 1000)
  tick()
}
