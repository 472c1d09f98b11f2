"""SciPy's LSODA (odeint) on the model of `model.py`: rates and Jacobian on plain floats, Jacobian analytic.

Usage: lsoda.py FOLDER RELATIVE ABSOLUTE analytic|differences REPEATS < problem. The problem and what is printed are those of cvode.c.
"""
import sys
import time

import numpy
from scipy.integrate import odeint

sys.path.insert(0, sys.argv[1])
import model  # noqa: E402

relative, absolute = float(sys.argv[2]), float(sys.argv[3])
analytic, repeats = sys.argv[4] == 'analytic', int(sys.argv[5])
size = len(model.STATES)
# Column-major, as LSODA keeps it, so that nothing is copied.
places = numpy.array(model.COLUMNS) * size + numpy.array(model.ROWS)


def read_courses():
    numbers = iter(sys.stdin.read().split())
    take = lambda count: [float(next(numbers)) for _ in range(count)]
    courses = []
    for _ in range(int(next(numbers))):
        parameters = take(model.PARAMETERS)
        [end] = take(1)
        events = [(float(next(numbers)), int(next(numbers)), take(4)) for _ in range(int(next(numbers)))]
        courses.append((parameters, end, events, take(int(next(numbers)))))
    return courses


def solve(course, told):
    parameters, end, events, instants = course
    parameters = list(parameters)
    full = model.rest(parameters)
    t, event, instant, steps = 0.0, 0, 0, 0
    flat = numpy.zeros(size * size)
    matrix = flat.reshape(size, size)
    while True:
        while event < len(events) and events[event][0] <= t:
            model.EVENTS[events[event][1]](t, full, parameters, events[event][2])
            event += 1
        while instant < len(instants) and instants[instant] <= t:
            told.append(full)
            instant += 1
        if t >= end:
            return steps
        stop = events[event][0] if event < len(events) else end
        derivative, elements = model.make(parameters)

        def jacobian(y, t):
            flat[places] = elements(y, t)
            return matrix

        until = instant
        while until < len(instants) and instants[until] < stop:
            until += 1
        grid = [t, *instants[instant:until], stop]
        states, more = odeint(
            derivative, full, grid, Dfun=jacobian if analytic else None, col_deriv=True,
            rtol=relative, atol=absolute, mxstep=1000000, tcrit=[stop], full_output=True,
        )
        if more['message'] != 'Integration successful.':
            sys.exit(more['message'])
        told.extend(states[1:-1].tolist())
        steps += int(more['nst'][-1])
        instant, t, full = until, stop, states[-1].tolist()


courses = read_courses()
if repeats == 0:
    told = []
    for course in courses:
        solve(course, told)
    print(' '.join(repr(value) for row in told for value in row))
else:
    begin = time.perf_counter()
    steps = 0
    for _ in range(repeats):
        for course in courses:
            steps += solve(course, [])
    print(time.perf_counter() - begin, steps // repeats // len(courses))
