"""Reads an SBML file with libSBML, checks it, and solves it with SciPy: what our export is tested against.

Usage: solve-sbml.py < {"sbml": TEXT, "at": [instants]}   (Debian: apt-get install python3-sbml5 python3-scipy)
Prints {"problems": [errors of the consistency check], "names": [species], "states": [row for each instant]}.
It knows species, parameters, initial assignments, assignment and rate rules, and events that fire at a fixed time.
At an event's instant the state after it is told.
"""
import json
import sys

import libsbml
from scipy.integrate import solve_ivp

asked = json.load(sys.stdin)
document = libsbml.readSBMLFromString(asked['sbml'])
document.checkConsistency()
faults = [document.getError(at) for at in range(document.getNumErrors())]
problems = [f'{fault.getLine()}: {fault.getMessage()}' for fault in faults if fault.getSeverity() >= libsbml.LIBSBML_SEV_ERROR]
if problems or document.getModel() is None:
    print(json.dumps({'problems': problems or ['there is no model'], 'names': [], 'states': []}))
    sys.exit()
model = document.getModel()

SIGNS = {libsbml.AST_PLUS: '+', libsbml.AST_TIMES: '*', libsbml.AST_DIVIDE: '/', libsbml.AST_FUNCTION_POWER: '**', libsbml.AST_POWER: '**'}
COMPARISONS = {libsbml.AST_RELATIONAL_GT: '>', libsbml.AST_RELATIONAL_GEQ: '>='}
FUNCTIONS = {libsbml.AST_FUNCTION_EXP: 'exp', libsbml.AST_FUNCTION_LN: 'log', libsbml.AST_FUNCTION_MIN: 'min', libsbml.AST_FUNCTION_MAX: 'max'}


def python_of(node):
    parts = [python_of(node.getChild(at)) for at in range(node.getNumChildren())]
    kind = node.getType()
    if node.isNumber():
        return repr(node.getValue())
    if kind == libsbml.AST_NAME_TIME:
        return 'time'
    if kind == libsbml.AST_NAME:
        return f'v["{node.getName()}"]'
    if kind == libsbml.AST_MINUS:
        return f'(-{parts[0]})' if len(parts) == 1 else f'({parts[0]} - {parts[1]})'
    if kind in SIGNS:
        return '(' + f' {SIGNS[kind]} '.join(parts) + ')'
    if kind in COMPARISONS:
        return f'({parts[0]} {COMPARISONS[kind]} {parts[1]})'
    if kind in FUNCTIONS:
        return f'{FUNCTIONS[kind]}({", ".join(parts)})'
    if kind == libsbml.AST_FUNCTION_ROOT:
        return f'sqrt({parts[-1]})'
    if kind == libsbml.AST_FUNCTION_PIECEWISE:
        return f'({parts[0]} if {parts[1]} else {parts[2]})'
    raise SystemExit(f'What is {libsbml.formulaToL3String(node)}?')


def compiled(math):
    return eval(f'lambda v, time: {python_of(math)}', vars(__import__('math')) | {'min': min, 'max': max})


values = {item.getId(): item.getValue() for item in model.getListOfParameters()}
values |= {item.getId(): item.getInitialAmount() for item in model.getListOfSpecies()}
rules = list(model.getListOfRules())
assignments = {rule.getVariable(): compiled(rule.getMath()) for rule in rules if rule.isAssignment()}
rates = {rule.getVariable(): compiled(rule.getMath()) for rule in rules if rule.isRate()}
initial = {item.getSymbol(): compiled(item.getMath()) for item in model.getListOfInitialAssignments()}
names = [item.getId() for item in model.getListOfSpecies()]


class Values(dict):
    """Values of the moment; an assigned one is calculated when it is asked for."""

    def __missing__(self, name):
        self[name] = assignments[name](self, self.time)
        return self[name]


def values_at(time):
    now = Values((name, value) for name, value in values.items() if name not in assignments)
    now.time = time
    return now


def event_of(event):
    trigger = event.getTrigger().getMath()
    at = trigger.getChild(1).getValue()
    if trigger.getType() != libsbml.AST_RELATIONAL_GEQ or trigger.getChild(0).getType() != libsbml.AST_NAME_TIME:
        raise SystemExit(f'{event.getId()} does not fire at a fixed time.')
    assigned = {item.getVariable(): compiled(item.getMath()) for item in event.getListOfEventAssignments()}
    return at, -event.getPriority().getMath().getValue(), assigned


events = sorted((event_of(event) for event in model.getListOfEvents()), key=lambda event: event[:2])
for name, value in initial.items():
    values[name] = value(values_at(0), 0)


def derivative(time, y):
    now = values_at(time)
    now.update(zip(rates, y))
    return [rate(now, time) for rate in rates.values()]


told, states, time = list(asked['at']), [], 0.0
while told or events:
    while events and events[0][0] <= time:
        now = values_at(time)
        values |= {name: value(now, time) for name, value in events.pop(0)[2].items()}
    while told and told[0] <= time:
        states.append([values[name] for name in names])
        told.pop(0)
    if not told:
        break
    stop = min(events[0][0], told[-1]) if events else told[-1]
    inside = [instant for instant in told if instant < stop]
    solved = solve_ivp(derivative, (time, stop), [values[name] for name in rates], 'LSODA', [*inside, stop], rtol=1e-9, atol=1e-11)
    for row in solved.y.T[:-1]:
        values |= zip(rates, row)
        states.append([values[name] for name in names])
    values |= zip(rates, solved.y.T[-1])
    told, time = told[len(inside):], stop
print(json.dumps({'problems': problems, 'names': names, 'states': states}))
