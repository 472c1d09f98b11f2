/** "None of these" unticks the others, another answer unticks it; either is said. */
export function keepNoneAlone(): void {
  const form = document.querySelector<HTMLFormElement>('[data-none-alone]')
  const said = form?.querySelector<HTMLElement>('[role="status"]')
  if (!form || !said) return
  const none = form.querySelector<HTMLInputElement>('[name="none"]')
  const others = [...form.querySelectorAll<HTMLInputElement>('[name="health"]')]
  form.addEventListener('change', ({ target }) => {
    const input = target as HTMLInputElement
    said.textContent = ''
    if (!input.checked || !none) return
    if (input === none && others.some(({ checked }) => checked)) {
      for (const other of others) other.checked = false
      said.textContent = said.dataset.othersUnticked ?? ''
    } else if (others.includes(input) && none.checked) {
      none.checked = false
      said.textContent = said.dataset.noneUnticked ?? ''
    }
  })
}
