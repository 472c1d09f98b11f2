/*
 * The one script of the healing page. It does nothing until somebody comes near a control: then it fetches the explorer, which
 * fetches the model. Until that is there, and where it does not come, the form asks the server.
 */
const explorer = document.querySelector<HTMLFormElement>('#explorer')
const load = () => {
  for (const type of near) explorer?.removeEventListener(type, load)
  const script = document.createElement('script')
  script.src = explorer?.dataset.live ?? ''
  script.onerror = () => explorer?.classList.add('needs-server')
  document.head.append(script)
}
const near = ['pointerover', 'focusin', 'touchstart'] as const
for (const type of near) explorer?.addEventListener(type, load, { passive: true })
