/** Choosing an hour fills the summary without a new page, and takes the reader to its button. */
export function pickSlotInPlace(): void {
  const list = document.querySelector<HTMLFormElement>('form[data-slots]')
  const panel = document.querySelector<HTMLElement>('[data-choice]')
  const go = panel?.querySelector<HTMLButtonElement>('button')
  const start = panel?.querySelector<HTMLInputElement>('[name="start"]')
  if (!list || !panel || !go || !start) return
  // The hours in the error summary belong to the same form and stand outside it.
  document.addEventListener('click', (event) => {
    const slot = (event.target as Element).closest<HTMLButtonElement>('button[name="start"]')
    const mark = slot?.closest<HTMLElement>('[data-who]')
    if (slot?.form !== list || !mark) return
    event.preventDefault()
    for (const other of list.querySelectorAll<HTMLButtonElement>('button[name="start"]')) {
      const isChosen = other.value === slot.value && other.classList.contains('slot')
      if (other.classList.contains('slot')) {
        other.classList.toggle('chosen', isChosen)
        other.classList.toggle('free', !isChosen)
      }
      if (isChosen) other.setAttribute('aria-pressed', 'true')
      else other.removeAttribute('aria-pressed')
    }
    start.value = slot.value
    panel.hidden = false
    const day = slot.closest<HTMLElement>('[data-day]')?.dataset.day
    const { time = slot.textContent, when = `${day}, ${time}`, who } = mark.dataset
    fill('when', when)
    fill('who', who ?? '')
    go.textContent = (go.dataset.label ?? '').replace('{time}', time).replace('{when}', when)
    for (const part of panel.querySelectorAll<HTMLElement>('[data-empty]')) part.hidden = true
    for (const part of panel.querySelectorAll<HTMLElement>('[data-filled]')) part.hidden = false
    go.focus()
  })

  function fill(name: string, text: string): void {
    const place = panel?.querySelector<HTMLElement>(`[data-fill="${name}"]`)
    if (!place) return
    place.textContent = text
    const row = place.closest<HTMLElement>('[data-row]')
    if (row) row.hidden = text === ''
  }
}
