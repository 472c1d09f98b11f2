export { readExploration } from './explorer/read-exploration.server.ts'
export { readOurModel } from './our-model/read-our-model.server.ts'
export { readSite } from './read-site.server.ts'
export { typicalCourse } from './typical-course.ts'
