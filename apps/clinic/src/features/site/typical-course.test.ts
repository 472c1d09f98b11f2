import { expect, test } from 'vitest'
import { typicalCourse } from './typical-course.ts'

test('the usual course for acne scars: twenty people, some helped little, nobody cleared, and solved once', () => {
  const course = typicalCourse()
  expect(course.people).toHaveLength(20)
  expect(course.slice.treatments.map(({ day }) => day)).toEqual([0, 28, 56])
  expect(course.people.at(-1)).toBeLessThan(100)
  expect(course.people.at(0)).toBeLessThan(course.people.at(10)!)
  expect(typicalCourse()).toBe(course)
})
