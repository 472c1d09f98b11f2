import { getNumbingProduct, getZone, indicationNames, millimetres, type TreatmentEvent } from '@pointille/protocol'
import { dayText } from '#platform/languages/day-text.ts'
import type { Language } from '#platform/languages/languages.ts'
import { phototypeNames } from './phototype-names.ts'
import { localDate, wallClock } from './runner/clock.ts'
import { preparingWords } from './runner/preparing/words.ts'
import { runnerWords } from './runner/words.ts'
import { zonesWords } from './runner/zones/words.ts'

/** What an event says besides its kind, as short words: 'joue gauche, points réguliers'. Empty where it says nothing more. */
export function describeEvent(event: TreatmentEvent, language: Language, timeZone: string): string {
  const parts = partsOf(event, language, timeZone).filter((part) => part !== undefined && part !== '')
  return ('zone' in event ? [zoneOf(event.zone, language), ...parts] : parts).join(', ')
}

function partsOf(event: TreatmentEvent, language: Language, timeZone: string): (string | undefined)[] {
  const number = (value: number) => value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB')
  switch (event.kind) {
    case 'identityConfirmed':
      return event.checked.map((question) => preparingWords[language].identity.questions[question].toLocaleLowerCase())
    case 'examined':
      return [
        phototypeNames[event.phototype - 1],
        indicationNames[language][event.plan.indication].toLocaleLowerCase(),
        ...event.plan.zones.map(({ zone, depthMm }) => `${zoneOf(zone, language)} ${millimetres(depthMm, language)}`),
      ]
    case 'consentSigned':
      return [event.signatureName, `v${event.textVersion} ${event.language.toUpperCase()}`]
    case 'numbingStarted':
      return [
        getNumbingProduct(event.product).name[language],
        `${number(event.grams)}\u00a0g`,
        `${number(event.areaCm2)}\u00a0cm²`,
      ]
    case 'numbingRemoved':
      return [event.overtimeNote]
    case 'disinfected':
      return [event.product]
    case 'cartridgeOpened':
      return [`${event.lot} ${event.unit}`, dayText(event.expiresOn, language)]
    case 'depthSet':
      return [millimetres(event.depthMm, language)]
    case 'endpointGraded':
      return [zonesWords[language].endpoints[event.endpoint].toLocaleLowerCase(), event.reason]
    case 'plasmaApplied':
      return [event.label, sinceDraw(event.delayMinutes, language)]
    case 'sharpsCounted':
      return [String(event.count)]
    case 'creamPlanned':
      return [
        `${dayText(localDate(event.activesSafeFromAt, timeZone), language)} ${wallClock(event.activesSafeFromAt, timeZone)}`,
      ]
    case 'problemReported':
      return [runnerWords[language].problem.kinds[event.problem].toLocaleLowerCase(), event.note]
    case 'amended':
    case 'consentWithdrawn':
      return [event.note]
    case 'stopped':
    case 'zoneSkipped':
    case 'numbingSkipped':
    case 'petrolatumSkipped':
      return [event.reason]
    default:
      return []
  }
}

function sinceDraw(minutes: number, language: Language): string {
  return language === 'fr' ? `${minutes}\u00a0min après le prélèvement` : `${minutes}\u00a0min after the draw`
}

function zoneOf(zone: Parameters<typeof getZone>[0], language: Language): string {
  const name = getZone(zone).name[language]
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1)
}
