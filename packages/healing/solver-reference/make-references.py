"""Reference solutions of the stiff test set, by SciPy's Radau IIA (an implicit Runge-Kutta method, independent of ours).

    /usr/bin/python3 packages/healing/solver-reference/make-references.py

writes packages/healing/src/solver/test-set/generated/references.ts. Needs SciPy (Debian: apt-get install python3-scipy).
The equations are written here a second time, from the same sources, so that a slip in one of the two shows.
SciPy's interpolant is only of order 3: the run is stopped and restarted at every instant reported. Each run is made twice, the
second at a tolerance three times looser, and checked against the end values that the Test Set for IVP Solvers prints.
"""
import math
from pathlib import Path

import numpy as np
from scipy.integrate import solve_ivp


def robertson(_, y):
    a, b, c = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] ** 2
    return [-a + b, a - b - c, c]


def robertson_jacobian(_, y):
    return [
        [-0.04, 1e4 * y[2], 1e4 * y[1]],
        [0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]],
        [0, 6e7 * y[1], 0],
    ]


def hires(_, y):
    return [
        -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007,
        1.71 * y[0] - 8.75 * y[1],
        -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4],
        8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3],
        -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6],
        -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6],
        280 * y[5] * y[7] - 1.81 * y[6],
        -280 * y[5] * y[7] + 1.81 * y[6],
    ]


def hires_jacobian(_, y):
    j = np.zeros((8, 8))
    j[0, :3] = -1.71, 0.43, 8.32
    j[1, :2] = 1.71, -8.75
    j[2, 2:5] = -10.03, 0.43, 0.035
    j[3, 1:4] = 8.32, 1.71, -1.12
    j[4, 4:7] = -1.745, 0.43, 0.43
    j[5, 3:] = 0.69, 1.71, -280 * y[7] - 0.43, 0.69, -280 * y[5]
    j[6, 5:] = 280 * y[7], -1.81, 280 * y[5]
    j[7, 5:] = -280 * y[7], 1.81, -280 * y[5]
    return j


def oregonator(_, y):
    return [
        77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1])),
        (y[2] - (1 + y[0]) * y[1]) / 77.27,
        0.161 * (y[0] - y[2]),
    ]


def oregonator_jacobian(_, y):
    return [
        [77.27 * (1 - 2 * 8.375e-6 * y[0] - y[1]), 77.27 * (1 - y[0]), 0],
        [-y[1] / 77.27, -(1 + y[0]) / 77.27, 1 / 77.27],
        [0.161, 0, -0.161],
    ]


def van_der_pol(_, y):
    return [y[1], 1e6 * ((1 - y[0] ** 2) * y[1] - y[0])]


def van_der_pol_jacobian(_, y):
    return [[0, 1], [1e6 * (-2 * y[0] * y[1] - 1), 1e6 * (1 - y[0] ** 2)]]


# Rate constant, what reacts, what is made; species 1 to 20.
REACTIONS = [
    (0.35, [1], [2, 3]), (26.6, [2, 4], [1]), (12300, [5, 2], [6, 1]), (0.00086, [7], [5, 5, 8]), (0.00082, [7], [8]),
    (15000, [7, 6], [5, 8]), (0.00013, [9], [5, 8, 10]), (24000, [9, 6], [11]), (16500, [11, 2], [1, 10, 12]),
    (9000, [11, 1], [13]), (0.022, [13], [11, 1]), (12000, [10, 2], [14, 1]), (1.88, [14], [5, 7]), (16300, [1, 6], [15]),
    (4.8e6, [3], [4]), (0.00035, [4], [16]), (0.0175, [4], [3]), (1e8, [16], [6, 6]), (4.44e11, [16], [3]),
    (1240, [17, 6], [18, 5]), (2.1, [19], [2]), (5.78, [19], [1, 3]), (0.0474, [1, 4], [19]), (1780, [19, 1], [20]),
    (3.12, [20], [19, 1]),
]
CHANGE = np.zeros((20, len(REACTIONS)))
for at, (_, used, made) in enumerate(REACTIONS):
    for species in used:
        CHANGE[species - 1, at] -= 1
    for species in made:
        CHANGE[species - 1, at] += 1


def pollution(_, y):
    return CHANGE @ [k * math.prod(y[s - 1] for s in used) for k, used, _ in REACTIONS]


def pollution_jacobian(_, y):
    partial = np.zeros((len(REACTIONS), 20))
    for at, (k, used, _) in enumerate(REACTIONS):
        for species in used:
            partial[at, species - 1] += k * math.prod(y[s - 1] for s in used if s != species)
    return CHANGE @ partial


def at_rest(size, values):
    y = np.zeros(size)
    for at, value in values.items():
        y[at - 1] = value
    return y


# name, rates, Jacobian, initial state, instants, absolute tolerance as a share of the relative one, printed end values
PROBLEMS = [
    ("robertson", robertson, robertson_jacobian, at_rest(3, {1: 1}), [0.4, 40, 4e3, 4e5, 4e7, 4e9, 1e11], [1e-8, 1e-14, 1],
     [0.2083340149701255e-07, 0.8333360770334713e-13, 0.9999999791665050]),
    ("hires", hires, hires_jacobian, at_rest(8, {1: 1, 8: 0.0057}), [0.1, 1, 5, 20, 80, 160, 240, 321.8122], [1e-4] * 8,
     [0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
      0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2]),
    ("oregonator", oregonator, oregonator_jacobian, [1.0, 2.0, 3.0], [1, 20, 60, 120, 180, 240, 300, 360], [1.0] * 3,
     [0.1000814870318523e1, 0.1228178521549917e4, 0.1320554942846706e3]),
    ("pollution", pollution, pollution_jacobian,
     at_rest(20, {2: 0.2, 4: 0.04, 7: 0.1, 8: 0.3, 9: 0.01, 17: 0.007}), [0.01, 0.1, 1, 5, 15, 30, 45, 60], [1e-6] * 20,
     [0.5646255480022769e-01, 0.1342484130422339, 0.4139734331099427e-08, 0.5523140207484359e-02, 0.2018977262302196e-06,
      0.1464541863493966e-06, 0.7784249118997964e-01, 0.3245075353396018, 0.7494013383880406e-02, 0.1622293157301561e-07,
      0.1135863833257075e-07, 0.2230505975721359e-02, 0.2087162882798630e-03, 0.1396921016840158e-04,
      0.8964884856898295e-02, 0.4352846369330103e-17, 0.6899219696263405e-02, 0.1007803037365946e-03,
      0.1772146513969984e-05, 0.5682943292316392e-04]),
    ("vanDerPol", van_der_pol, van_der_pol_jacobian, [2.0, 0.0], [0.1, 0.4, 0.7, 1.0, 1.3, 1.6, 2.0], [1.0, 1.0],
     [0.1706167732170483e1, -0.8928097010247975]),
]
RELATIVE = 1e-12


def run(rates, jacobian, initial, instants, scale, relative):
    rows, t, y = [], 0.0, np.array(initial)
    for instant in instants:
        end = solve_ivp(rates, (t, instant), y, method="Radau", jac=jacobian, rtol=relative,
                        atol=relative * np.array(scale), first_step=min(1e-6, (instant - t) / 100))
        if not end.success:
            raise SystemExit(end.message)
        t, y = instant, end.y[:, -1]
        rows.append(y)
    return np.array(rows)


def main():
    out = ["// Made by solver-reference/make-references.py (SciPy Radau at a relative tolerance of 1e-12); do not edit.", "",
           "export const references = {"]
    for name, rates, jacobian, initial, instants, scale, printed in PROBLEMS:
        rows = run(rates, jacobian, initial, instants, scale, RELATIVE)
        looser = run(rates, jacobian, initial, instants, scale, 3 * RELATIVE)
        weight = np.array(scale) + np.abs(rows)
        spread = np.max(np.abs(rows - looser) / weight)
        from_printed = np.max(np.abs(rows[-1] - printed) / weight[-1])
        print(f"{name}: two runs differ by {spread:.1e}, from the printed end by {from_printed:.1e}", flush=True)
        out += [f"  {name}: {{", f"    spread: {float(f'{spread:.2g}')},", f"    fromPrinted: {float(f'{from_printed:.2g}')},",
                f"    at: {[float(t) for t in instants]},",
                f"    scale: {[float(s) for s in scale]},", "    states: ["]
        out += ["      [" + ", ".join(repr(float(v)) for v in row) + "]," for row in rows]
        out += ["    ],", "  },"]
    out += ["} as const", ""]
    target = Path(__file__).parent.parent / "src/solver/test-set/generated/references.ts"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(out))


if __name__ == "__main__":
    main()
