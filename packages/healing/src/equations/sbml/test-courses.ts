import { type Course, parseCourse } from '../../forecast/course.ts'

const read = (input: object): Course => {
  const { course, faults } = parseCourse({
    ageYears: 40,
    phototype: 3,
    site: 'cheek',
    indication: 'acne-scars',
    ...input,
  })
  if (!course) throw new Error(JSON.stringify(faults))
  return course
}

/** Courses that between them have every event, several at one instant, and one that interrupts the healing before. */
export const SBML_COURSES: readonly Course[] = [
  read({
    smoker: true,
    treatments: [
      {
        day: 0,
        device: 'pen',
        needleMm: 1.5,
        passes: 6,
        occlusionHours: 3,
        prp: { delayMinutes: 0, plateletFactor: 5 },
      },
      { day: 1.5, device: 'roller', needleMm: 1, passes: 8 },
      { day: 30, device: 'roller', needleMm: 1.5, passes: 8, prp: { delayMinutes: 10, plateletFactor: 5 } },
    ],
  }),
  read({ ageYears: 68, treatments: [{ day: 3, device: 'stamp', needleMm: 0.5, passes: 1, occlusionHours: 12 }] }),
  read({ treatments: [] }),
]

export const SBML_DAYS = [
  0, 0.02, 0.1, 0.4, 1, 1.5, 1.6, 2, 3, 3.05, 3.3, 5, 8, 14, 29.9, 30, 30.05, 31, 33, 40, 60, 90, 180, 364,
]
