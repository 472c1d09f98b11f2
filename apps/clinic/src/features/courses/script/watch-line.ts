/**
 * Asks whether the house answers before a form leaves the page: on a cut line nothing is sent, and what was typed stays where
 * it is. Sends once, whatever the finger does.
 */
export function watchLine(form: HTMLFormElement, onfault: () => void) {
  let isSending = false
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isSending) return
    isSending = true
    const answers =
      navigator.onLine &&
      (await fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      ))
    if (answers) form.submit()
    else onfault()
    isSending = false
  }
  form.addEventListener('submit', submit)
  return { destroy: () => form.removeEventListener('submit', submit) }
}
