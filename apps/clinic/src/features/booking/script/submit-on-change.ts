/** A choice above the list changes the list at once; the hint says so beforehand, and the button of the other way goes. */
export function submitOnChange(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-submit-on-change]')) {
    for (const button of form.querySelectorAll<HTMLElement>('[data-unscripted]')) button.hidden = true
    for (const hint of form.querySelectorAll<HTMLElement>('[data-scripted]')) hint.hidden = false
    form.addEventListener('change', () => form.requestSubmit())
  }
}
