import { type ComponentProps, hydrate } from 'svelte'
import CoursePlanner from '../planner/CoursePlanner.svelte'
import { watchLine } from './watch-line.ts'

/* Brings the drawn planner to life with the same facts that the server drew it from. */
const target = document.querySelector('[data-planner]')
const facts = document.querySelector('[data-planner-props]')?.textContent
if (target && facts) {
  const props = JSON.parse(facts) as ComponentProps<typeof CoursePlanner>
  hydrate(CoursePlanner, { target, props: { ...props, send: watchLine } })
}
