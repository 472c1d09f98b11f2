/*
 * The one script of the check-in, which works without it: "none of these" unticks the others, a sign unticks it, either is
 * said; and a form is sent once, whatever the finger does.
 */
const form = document.querySelector<HTMLFormElement>('[data-check-in]')
const said = form?.querySelector<HTMLElement>('[role="status"]')
const signs = [...(form?.querySelectorAll<HTMLInputElement>('[name="redFlags"]') ?? [])]
const none = signs.find(({ value }) => value === 'none')

form?.addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement
  if (!said || !none || !signs.includes(input)) return
  said.textContent = ''
  if (!input.checked) return
  const others = signs.filter((sign) => sign !== none && sign.checked)
  if (input === none && others.length > 0) {
    for (const other of others) other.checked = false
    said.textContent = said.dataset.othersUnticked ?? ''
  } else if (input !== none && none.checked) {
    none.checked = false
    said.textContent = said.dataset.noneUnticked ?? ''
  }
})

form?.addEventListener('submit', (event) => {
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = 'yes'
})
addEventListener('pageshow', () => {
  if (form) delete form.dataset.sent
})
