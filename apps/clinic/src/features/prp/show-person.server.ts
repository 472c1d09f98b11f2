import type { PrpIdentity } from '@pointille/protocol'
import { fileNumber, listName } from '#features/treatments/index.server.ts'
import { dayText } from '#platform/languages/day-text.ts'
import type { Language } from '#platform/languages/languages.ts'
import type { PersonInTreatment } from './people.queries.server.ts'
import type { PersonChoice, ShownPerson } from './views.ts'

export function showPerson(identity: PrpIdentity, language: Language): ShownPerson {
  return {
    name: listName(identity),
    birth: dayText(identity.birthOn, language),
    file: identity.fileNumber === undefined ? '' : fileNumber(identity.fileNumber),
  }
}

export function showChoices(people: readonly PersonInTreatment[], language: Language): PersonChoice[] {
  return people.map(({ treatmentId, identity }) => ({ treatmentId, ...showPerson(identity, language) }))
}
