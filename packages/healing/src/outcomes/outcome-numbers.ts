import { type Quantity, quantity, Z90 } from '../quantity.ts'
import { FEWEST_PEOPLE } from './adverse-event-rows.ts'
import { LEAST_SEEN, PEOPLE_LEVEL_SD } from './improvement.ts'
import { USUAL_PEOPLE } from './improvement-arms.ts'
import { IMPROVEMENT_PRIOR, NEW_STUDY_WIDENING } from './improvement-fit.ts'
import { CLEAN_CONTAMINATION, INFECTION_PRIOR } from './infection.ts'
import { CALM_INTERVAL_DAYS, MIDDLE_PHOTOTYPE, PIGMENTATION_PRIOR, SHORT_INTERVAL_DAYS } from './pigmentation-fit.ts'
import { LEAST_PROGRESS, USUAL_INTENSITIES, USUAL_INTERVAL_DAYS } from './visit-scenarios.ts'

type Told = readonly [unit: string, sources: Quantity['sources'], fr: string, en: string]

const normal = ({ mean, sd }: { readonly mean: number; readonly sd: number }, ...[unit, ...words]: Told) =>
  quantity(mean, unit, [mean - Z90 * sd, mean + Z90 * sd], ...words)

/** The scale of a half-normal, and 90 % of what it allows. */
const halfNormal = (scale: number, ...[unit, ...words]: Told) =>
  quantity(scale, unit, [0.0627 * scale, 1.96 * scale], ...words)

const { level, prp, curvature, peopleSd } = IMPROVEMENT_PRIOR
const [light, , heavy] = USUAL_INTENSITIES

/** Every number of the clinical figure and of the adverse events that no fit gives: priors, and what a table leaves open. */
export const OUTCOME_NUMBERS = {
  level: normal(
    level,
    'rad',
    'assumed',
    'amélioration d’une étude, avant tout essai',
    'improvement of a study, before any trial',
  ),
  betweenStudies: halfNormal(
    IMPROVEMENT_PRIOR.betweenStudies,
    'rad',
    'assumed',
    'écart entre études',
    'difference between studies',
  ),
  betweenIndications: halfNormal(
    IMPROVEMENT_PRIOR.betweenIndications,
    'rad',
    'assumed',
    'écart entre indications',
    'difference between indications',
  ),
  betweenScales: halfNormal(
    IMPROVEMENT_PRIOR.betweenScales,
    'rad',
    'assumed',
    'écart entre sortes d’échelles',
    'difference between kinds of scale',
  ),
  withinStudy: halfNormal(
    IMPROVEMENT_PRIOR.withinStudy,
    'rad',
    'assumed',
    'écart entre visites d’une étude',
    'difference between visits of a study',
  ),
  prp: normal(prp, 'rad', ['AS42', 'EG02'], 'gain par le plasma riche en plaquettes', 'gain by platelet-rich plasma'),
  curvature: quantity(
    curvature.median,
    '1',
    [curvature.median * Math.exp(-Z90 * curvature.logSd), curvature.median * Math.exp(Z90 * curvature.logSd)],
    'assumed',
    'collagène à partir duquel davantage se voit peu',
    'collagen from which more of it shows little',
  ),
  peopleSd: quantity(
    peopleSd,
    'share of the score',
    [0.1, 0.25],
    ['AS50', 'AS51', 'ML05'],
    'écart entre personnes d’un bras',
    'difference between people of an arm',
  ),
  peopleLevelSd: quantity(
    PEOPLE_LEVEL_SD,
    'rad',
    [0.1, 0.27],
    ['AS50', 'AS51', 'ML05'],
    'le même écart, en angle',
    'the same difference as an angle',
  ),
  newStudyWidening: quantity(
    NEW_STUDY_WIDENING,
    '1',
    [1, 1.3],
    'assumed',
    'élargissement pour une étude nouvelle',
    'widening for a new study',
  ),
  usualPeople: quantity(
    USUAL_PEOPLE,
    'people',
    [10, 50],
    'assumed',
    'personnes d’un bras qui n’en dit pas le nombre',
    'people of an arm that does not say how many',
  ),
  usualInterval: quantity(
    USUAL_INTERVAL_DAYS,
    'd',
    [14, 42],
    'assumed',
    'intervalle d’un essai qui ne le dit pas',
    'interval of a trial that does not say it',
  ),
  lightTreatment: quantity(
    light[0],
    'relative dose',
    [0.1, 0.9],
    'assumed',
    'séance légère d’un essai',
    'light treatment of a trial',
  ),
  heavyTreatment: quantity(
    heavy[0],
    'relative dose',
    [1.1, 5],
    'assumed',
    'séance forte d’un essai',
    'heavy treatment of a trial',
  ),
  leastProgress: quantity(
    LEAST_PROGRESS,
    '1',
    [0.001, 0.05],
    'assumed',
    'progrès en dessous duquel la forme ne dit rien',
    'progress below which the shape says nothing',
  ),
  leastSeen: quantity(
    LEAST_SEEN,
    '%',
    [1, 5],
    'assumed',
    'amélioration que nul ne remarque',
    'improvement that nobody notices',
  ),
  pigmentation: normal(
    PIGMENTATION_PRIOR.base,
    'log-odds',
    'assumed',
    'taches brunes, avant tout décompte',
    'dark marks, before any count',
  ),
  pigmentationPhototype: normal(
    PIGMENTATION_PRIOR.phototype,
    'log-odds per phototype',
    'assumed',
    'taches brunes, par phototype',
    'dark marks, per phototype',
  ),
  pigmentationBody: normal(
    PIGMENTATION_PRIOR.body,
    'log-odds',
    'assumed',
    'taches brunes sur le corps',
    'dark marks on the body',
  ),
  pigmentationShort: normal(
    PIGMENTATION_PRIOR.short,
    'log-odds',
    'assumed',
    'taches brunes après un intervalle court',
    'dark marks after a short interval',
  ),
  pigmentationStudies: halfNormal(
    PIGMENTATION_PRIOR.betweenStudies,
    'log-odds',
    'assumed',
    'taches brunes, écart entre études',
    'dark marks, difference between studies',
  ),
  middlePhototype: quantity(
    MIDDLE_PHOTOTYPE,
    'phototype',
    [2, 5],
    'assumed',
    'phototype d’une étude qui ne le dit pas',
    'phototype of a study that does not say it',
  ),
  shortInterval: quantity(SHORT_INTERVAL_DAYS, 'd', [7, 21], 'assumed', 'intervalle court', 'short interval'),
  calmInterval: quantity(
    CALM_INTERVAL_DAYS,
    'd',
    [21, 42],
    'assumed',
    'intervalle qui n’est plus court',
    'interval that is no longer short',
  ),
  infections: quantity(
    INFECTION_PRIOR.events,
    'events',
    [0, 2],
    'assumed',
    'infections, avant tout décompte',
    'infections, before any count',
  ),
  infectionPeople: quantity(
    INFECTION_PRIOR.people,
    'people',
    [10, 200],
    'assumed',
    'personnes de ce décompte supposé',
    'people of that assumed count',
  ),
  contamination: quantity(
    CLEAN_CONTAMINATION,
    'relative',
    [0.5, 2],
    'assumed',
    'germes d’une séance propre',
    'germs of a clean procedure',
  ),
  fewestPeople: quantity(
    FEWEST_PEOPLE,
    'people',
    [5, 20],
    'assumed',
    'personnes en dessous desquelles un décompte est un cas isolé',
    'people below which a count is a case report',
  ),
} as const satisfies Readonly<Record<string, Quantity>>
