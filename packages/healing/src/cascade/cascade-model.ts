import type { Model, ModelDefinition, ModelState } from '../equations/model.ts'

const state = (
  name: string,
  unit: string,
  meaning: string,
  text: { rest?: string; rate: string; closed?: string },
): ModelState => ({
  name,
  unit,
  meaning,
  rest: text.rest ?? '0',
  rate: text.rate,
  ...(text.closed === undefined ? {} : { closed: text.closed }),
})

const definition = (name: string, unit: string, meaning: string, is: string): ModelDefinition => ({
  name,
  is,
  meaning,
  unit,
})

/** Kinetic numbers, in the order of the kernel; each is told in `parameters.ts`. */
const KINETIC =
  'kP kB bAge xB tW wEdge wAge kH kA cA rA fPRP kD kDM pC gI dC kC2 sN muN keN sM wN kQ mu1 k12 hN mu2 gD gM1 loop dG KG ' +
  'kRel kLoss pImm pShut aF muF Fm rFAge aV muV kSt muSt aK dK thK kX Xm muX k3 Kc kmat kdeg k1 kS kFib Cf kT muT kMe muMe'

/** The person, then what the last treatment set: width and depth of its channels, and what occlusion leaves of the two closures. */
const PERSON_AND_COURSE = 'ageYears phototype smoking width depth wP wB'

/**
 * The cascade from the needle to organised collagen, after one or more treatments. Days; concentrations and cell counts
 * are relative (see each unit). Nothing follows a timetable: phases come out of the couplings.
 *
 * Sound by construction: every loss is proportional to what is lost, so nothing falls below zero; every source is concave and
 * both positive loops (cytokine to macrophage to cytokine, `gI`; growth factor to fibroblast to growth factor, `loop`) have
 * a gain below 0.9, so rest is the only place to end. MODEL.md gives the reason for each term.
 */
export const CASCADE_MODEL: Model = {
  parameters: `${KINETIC} ${PERSON_AND_COURSE}`.split(' '),
  definitions: [
    definition('aB', '1', 'barrier repair at this age over that at 25 years', 'exp(-bAge*max(ageYears - 25, 0)/55)'),
    definition('barrierRate', '1/d', 'closing rate of the horny layer', 'kB*aB*wB/depth^xB'),
    definition('front', '1/d', 'speed of the epidermal front, in hole radii', '24*aB^wAge/(tW*width)'),
    definition(
      'aF0',
      '1',
      'collagen made by a fibroblast of this age over that at 23.5 years',
      'rFAge^((ageYears - 23.5)/57)',
    ),
    definition('ph', '1', 'phototype from 0 (I) to 1 (VI)', '(phototype - 1)/5'),
    definition('kr', '1', 'resting soft over organised collagen', 'k1/kmat'),
    definition('c30', '1', 'resting soft collagen', 'kr/(1 + kr)'),
    definition(
      'cM1',
      '1',
      'cytokine from macrophages, from the gain gI of that loop',
      'gI*dC*mu1/(pC*sM*(1 + wN*sN/muN))',
    ),
    definition('gF', '1', 'growth factor from fibroblasts, from the gain of that loop', 'loop*KG*muF/aF'),
    definition('recruit', '1', 'call for monocytes', 'C + wN*N'),
    definition('h', '1', 'response to growth factor', 'G/(KG + G)'),
    definition(
      'pol',
      '1/d',
      'macrophages that turn to repair: they have eaten neutrophils, or meet growth factor',
      'k12*M1*(N/(hN + N) + h)',
    ),
    definition('gap', '1', 'call of the open horny layer for new cells', '(B/thK)^4/(1 + (B/thK)^4)'),
    definition('storm', '1', 'cytokine high enough to scar', 'C^4/(Cf^4 + C^4)'),
  ],
  states: [
    state('P', 'fraction of holes', 'open lumen of the holes', {
      rate: '-kP*wP*P',
      closed: 'P_0*exp(-kP*wP*(t - t_0))',
    }),
    state('B', 'fraction', 'gap of the horny layer at the holes', {
      rate: '-barrierRate*max(B, 0)^1.5',
      closed: 'B_0/(1 + sqrt(B_0)*barrierRate*(t - t_0)/2)^2',
    }),
    state('U', 'fraction of radius', 'radius of the uncovered epidermis of a hole; its area is U^2', {
      rate: '-front*(1 - exp(-U/wEdge))',
      closed: 'wEdge*ln(1 + (exp(U_0/wEdge) - 1)*exp(-front*(t - t_0)/wEdge))',
    }),
    state('phi', 'cm2/cm2', 'area of holes at the last treatment per area of skin', { rate: '0', closed: 'phi_0' }),
    state('H', 'relative', 'reflex flare at the needle tracks', { rate: '-kH*H', closed: 'H_0*exp(-kH*(t - t_0))' }),
    state('R', 'relative', 'platelet growth factor inside the channels, not yet released', {
      rate: '-(kRel + kLoss)*R',
      closed: 'R_0*exp(-(kRel + kLoss)*(t - t_0))',
    }),
    state('A', 'relative', 'vasodilation held by mediators', { rate: 'kA*(cA*C - A)' }),
    state('D', 'relative to the reference treatment', 'danger signal: clot and debris', { rate: '-(kD + kDM*M1)*D' }),
    state('C', 'relative', 'inflammatory cytokine (IL-1b, IL-6, IL-8 as one)', {
      rate: 'pC*(D + cM1*M1)/(1 + M2/kC2) - dC*C',
    }),
    state('N', 'scale of K0342-K0371', 'neutrophils', { rate: 'sN*C/(1 + C) - (muN + keN*(M1 + M2))*N' }),
    state('Q', 'scale of K0342-K0371', 'monocytes on their way into the tissue', {
      rate: 'sM*recruit/(1 + recruit) - kQ*Q',
    }),
    state('M1', 'scale of K0342-K0371', 'inflammatory macrophages', { rate: 'kQ*Q - pol - mu1*M1' }),
    state('M2', 'scale of K0342-K0371', 'repair macrophages', { rate: 'pol - mu2*M2' }),
    state('G', 'relative', 'growth factor in the matrix (TGF-b and PDGF as one)', {
      rate: 'dG*(gD*D + gM1*M1 + M2 + gF*F) + kRel*R - dG*G',
    }),
    state('F', 'relative', 'active fibroblasts', { rate: 'aF*h*(1 - F/Fm) - muF*F' }),
    state('V', 'relative', 'new vessels', { rate: 'aV*M2/(1 + M2) - muV*V' }),
    state('S', 'relative', 'vessels that stay', { rate: 'kSt*V - muSt*S' }),
    state('K', 'ratio', 'epidermal turnover above rest, near the holes', { rate: 'aK*gap - dK*K' }),
    state('X', 'ratio', 'lasting gain of epidermal thickness', { rate: 'kX*F*(1 - X/Xm) - muX*X' }),
    state('c3', 'share of resting dermal collagen', 'soft new collagen', {
      rest: 'c30',
      rate: 'k3*aF0*smoking*F/(1 + (c3 - c30)/Kc) - (kmat + kdeg)*(c3 - c30)',
    }),
    state('c1', 'share of resting dermal collagen', 'organised collagen', {
      rest: '1/(1 + kr)',
      rate: 'kmat*c3 - k1*c1',
    }),
    state('s', 'ratio to the start', 'old, disordered or scar collagen', {
      rest: '1',
      rate: '-kS*(F + M1)*s + kFib*F*storm',
    }),
    state('T', 'relative', 'tropoelastin', { rate: 'kT*F - muT*T' }),
    state('Me', '0-1', 'activation of melanocytes', { rate: 'kMe*ph*(C + 0.5*M1)*(1 - Me) - muMe*Me' }),
  ],
  events: [
    {
      name: 'treatment',
      with: ['dose', 'holeShare', 'channelWidth', 'channelDepth'],
      set: {
        P: '1',
        B: '1',
        U: '1',
        phi: '1 - (1 - phi*B)*(1 - holeShare)',
        H: 'H + dose^rA',
        A: 'A + dose^rA',
        D: 'D + dose',
        width: 'channelWidth',
        depth: 'channelDepth',
        wP: '1',
        wB: '1',
      },
    },
    {
      // What stays on the surface of a sealed channel never gets in: below pShut nothing does, exactly.
      name: 'prp',
      with: ['dose'],
      set: {
        R: 'R + dose*(1 - pImm)*max(P - pShut, 0)/(1 - pShut)',
        G: 'G + dose*pImm*max(P - pShut, 0)/(1 - pShut)',
        A: 'A*(1 + (fPRP - 1)*where(dose, 1, 0)*max(P - pShut, 0)/(1 - pShut))',
      },
    },
    { name: 'occlusion', with: ['lumen', 'barrier'], set: { wP: 'lumen', wB: 'barrier' } },
    { name: 'occlusionEnds', with: [], set: { wP: '1', wB: '1' } },
  ],
}

/** How many of the kernel's parameters, from the first, are kinetic numbers. */
export const KINETIC_SYMBOLS: readonly string[] = KINETIC.split(' ')
