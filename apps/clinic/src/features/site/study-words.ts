import type { AcneScarStudy } from '@pointille/healing'
import type { Language } from '#platform/languages/languages.ts'
import { scarsWords } from './scars-words.ts'

/** 'Leheta, 2011': the authors as the table names them, or our own name where it has only a description. */
export function studyName({ id, study, year }: AcneScarStudy, language: Language): string {
  const names: Readonly<Record<string, string>> = scarsWords[language].names
  const name = names[id] ?? study
  return year === undefined ? name : `${name}, ${year}`
}

/** The design in the reader's language; throws for a study that nobody has put into words. */
export function studyDesign({ id }: AcneScarStudy, language: Language): string {
  const designs: Readonly<Record<string, string>> = scarsWords[language].designs
  const words = designs[id]
  if (words === undefined) throw new Error(`no words for study ${id}`)
  return words
}
