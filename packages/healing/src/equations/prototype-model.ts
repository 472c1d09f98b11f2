import type { Model, ModelState } from './model.ts'

const PARAMETERS =
  'kP occP kB occB bAge tW wExp kD kDM pC gI dC kC2 sN muN keN sM wN mu1 k12 mu2 gD gM1 gF dG KG kRel kLoss aF muF Fm ' +
  'aV muV aK dK k3 Kc kmat kdeg k1 kS kFib Cf kT muT kMe muMe age holeRadiusUm phototype smoking pImm wP wB'

const state = (name: string, rest: string, rate: string, closed?: string): ModelState => ({
  name,
  meaning: '',
  unit: '1',
  rest,
  rate,
  ...(closed === undefined ? {} : { closed }),
})

const definition = (name: string, is: string) => ({ name, is, meaning: '', unit: '1' })

/**
 * The model's first form, whose stored run `evidence/golden.json` is what the equations are tested against. It is not
 * the shipped model. Closed forms of P, B and R are its own; W has none here.
 */
export const PROTOTYPE_MODEL: Model = {
  parameters: PARAMETERS.split(' '),
  definitions: [
    definition('aB', 'exp(-bAge*max(age - 25, 0)/55)'),
    definition('rW', 'max((holeRadiusUm/75)^wExp, 0.3)'),
    definition('aFage', '(56/82)^((age - 23.5)/57)'),
    definition('ph', '(phototype - 1)/5'),
    definition('kr', 'k1/kmat'),
    definition('c30', 'kr/(1 + kr)'),
    definition('cM1', 'gI*dC*mu1/(pC*sM*(1 + wN*sN/muN))'),
    definition('h', 'G/(KG + G)'),
    definition('pol', 'k12*M1*(N/(0.3 + N) + h)'),
    definition('C0', 'C^4/(Cf^4 + C^4)'),
    definition('recruit', 'C + wN*N'),
  ],
  states: [
    state('P', '0', '-kP*wP*P', 'P_0*exp(-kP*wP*(t - t_0))'),
    state('B', '0', '-kB*aB*wB*max(B, 0)^1.5', 'B_0/(1 + sqrt(B_0)*kB*aB*wB*(t - t_0)/2)^2'),
    state('W', '0', '-48*sqrt(aB)/(tW*rW)*W/sqrt(W + 0.01)'),
    state('D', '0', '-(kD + kDM*M1)*D'),
    state('C', '0', 'pC*(D + cM1*M1)/(1 + M2/kC2) - dC*C'),
    state('N', '0', 'sN*C/(1 + C) - (muN + keN*(M1 + M2))*N'),
    state('M1', '0', 'sM*recruit/(1 + recruit) - pol - mu1*M1'),
    state('M2', '0', 'pol - mu2*M2'),
    state('R', '0', '-(kRel + kLoss)*R', 'R_0*exp(-(kRel + kLoss)*(t - t_0))'),
    state('G', '0', 'dG*(gD*D + gM1*M1 + M2 + gF*F) + kRel*R*P - dG*G'),
    state('F', '0', 'aF*h*(1 - F/Fm) - muF*F'),
    state('V', '0', 'aV*M2/(1 + M2) - muV*V'),
    state('K', '0', 'aK*(B + W) - dK*K'),
    state('c3', 'c30', 'k3*aFage*smoking*F/(1 + max(c3 - c30, 0)/Kc) + (kmat + kdeg)*c30 - (kmat + kdeg)*c3'),
    state('c1', '1/(1 + kr)', 'kmat*c3 - k1*c1'),
    state('s', '1', '-kS*(F + M1)*s + kFib*F*C0'),
    state('T', '0', 'kT*F - muT*T'),
    state('Me', '0', 'kMe*ph*(C + 0.5*M1)*(1 - Me) - muMe*Me'),
  ],
  events: [
    { name: 'treatment', with: ['dose'], set: { P: '1', B: '1', W: '1', D: 'D + dose' } },
    { name: 'prp', with: ['dose'], set: { R: 'R + dose*(1 - pImm)', G: 'G + dose*pImm*P' } },
    { name: 'occlusion', with: ['channels', 'barrier'], set: { wP: 'channels', wB: 'barrier' } },
  ],
}
