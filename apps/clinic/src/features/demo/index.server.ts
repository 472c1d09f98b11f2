export type { DemoSignIn } from './demo-sign-ins.ts'
export { type ClockMove, type ClockMoved, moveClock } from './move-clock.server.ts'
export { readDemoFrame, readDemoTour } from './read-demo.server.ts'
export { seedDemo } from './seed-demo.server.ts'
