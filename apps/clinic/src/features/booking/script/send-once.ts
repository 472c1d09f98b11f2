/**
 * A form is sent once, whatever the finger does; and never into the void: offline, the page says so and keeps what was
 * typed. The notice is in the page, hidden, in its own words.
 */
export function sendOnce(): void {
  const notice = document.querySelector<HTMLElement>('[data-offline]')
  const show = () => {
    if (notice) notice.hidden = navigator.onLine
  }
  addEventListener('online', show)
  addEventListener('offline', show)
  show()
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.dataset.sent || !navigator.onLine) {
      event.preventDefault()
      show()
      if (!navigator.onLine) notice?.focus()
      return
    }
    form.dataset.sent = 'yes'
  })
  // A page that comes back by the back button may be sent again.
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent
  })
}
