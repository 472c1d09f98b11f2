/*
 * SUNDIALS CVODE on the model that `model.h` holds: BDF, Newton, analytic Jacobian, dense or KLU.
 * Usage: cvode RELATIVE ABSOLUTE dense|klu REPEATS < problem
 * With REPEATS 0 it prints every state at every instant, else the seconds that solving all courses so often took.
 * The problem: number of courses; each: parameters, end, number of events (instant, which, four values), number of
 * instants, instants. At an event's instant the state after it is told.
 */
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

#include "model.h"

typedef struct {
  double at;
  int which;
  double values[4];
} Event;

typedef struct {
  double parameters[PARAMETERS], end;
  int events, instants;
  Event *event;
  double *instant;
} Course;

static double fixed[FIXED];
/* Of the sparse matrix: where element k stands, and the places with a diagonal that the Jacobian lacks. */
static int place[ELEMENTS], row_of[ELEMENTS + SIZE], column_start[SIZE + 1];

static int rates(realtype t, N_Vector y, N_Vector out, void *data) {
  (void)data;
  derivative(t, NV_DATA_S(y), fixed, NV_DATA_S(out));
  return 0;
}

static int dense_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy, (void)data, (void)a, (void)b, (void)c;
  double element[ELEMENTS];
  jacobian(t, NV_DATA_S(y), fixed, element);
  double *to = SUNDenseMatrix_Data(J);
  for (int k = 0; k < ELEMENTS; k++) to[ELEMENT_COLUMN[k] * SIZE + ELEMENT_ROW[k]] = element[k];
  return 0;
}

static int sparse_jacobian(realtype t, N_Vector y, N_Vector fy, SUNMatrix J, void *data, N_Vector a, N_Vector b, N_Vector c) {
  (void)fy, (void)data, (void)a, (void)b, (void)c;
  double element[ELEMENTS];
  jacobian(t, NV_DATA_S(y), fixed, element);
  double *to = SUNSparseMatrix_Data(J);
  memset(to, 0, sizeof(double) * column_start[SIZE]);
  for (int k = 0; k < ELEMENTS; k++) to[place[k]] = element[k];
  for (int k = 0; k < column_start[SIZE]; k++) SUNSparseMatrix_IndexValues(J)[k] = row_of[k];
  for (int k = 0; k <= SIZE; k++) SUNSparseMatrix_IndexPointers(J)[k] = column_start[k];
  return 0;
}

static void lay_out_columns(void) {
  int next = 0;
  for (int column = 0; column < SIZE; column++) {
    column_start[column] = next;
    for (int row = 0; row < SIZE; row++) {
      int element = -1;
      for (int k = 0; k < ELEMENTS; k++)
        if (ELEMENT_COLUMN[k] == column && ELEMENT_ROW[k] == row) element = k;
      if (element < 0 && row != column) continue;
      if (element >= 0) place[element] = next;
      row_of[next++] = row;
    }
  }
  column_start[SIZE] = next;
}

static double number(void) {
  double value;
  if (scanf("%lf", &value) != 1) exit(2);
  return value;
}

static void check(int flag, const char *what) {
  if (flag < 0) {
    fprintf(stderr, "%s failed: %d\n", what, flag);
    exit(3);
  }
}

static void solve(void *cvode, const Course *course, N_Vector y, N_Vector at_instant, int tell, long *steps) {
  double parameters[PARAMETERS];
  double *state = NV_DATA_S(y);
  memcpy(parameters, course->parameters, sizeof parameters);
  rest(parameters, state);
  prepare(parameters, fixed);
  double t = 0;
  int event = 0, instant = 0;
  for (;;) {
    while (event < course->events && course->event[event].at <= t) {
      apply_event(course->event[event].which, t, state, parameters, course->event[event].values);
      prepare(parameters, fixed);
      event++;
    }
    while (instant < course->instants && course->instant[instant] <= t) {
      if (tell)
        for (int i = 0; i < SIZE; i++) printf("%.17g ", state[i]);
      instant++;
    }
    if (t >= course->end) break;
    const double stop = event < course->events ? course->event[event].at : course->end;
    check(CVodeReInit(cvode, t, y), "CVodeReInit");
    check(CVodeSetStopTime(cvode, stop), "CVodeSetStopTime");
    while (instant < course->instants && course->instant[instant] < stop) {
      check(CVode(cvode, course->instant[instant], at_instant, &t, CV_NORMAL), "CVode");
      if (tell)
        for (int i = 0; i < SIZE; i++) printf("%.17g ", NV_Ith_S(at_instant, i));
      instant++;
    }
    check(CVode(cvode, stop, y, &t, CV_NORMAL), "CVode");
    t = stop;
    long taken = 0;
    CVodeGetNumSteps(cvode, &taken);
    *steps += taken;
  }
}

int main(int count, char **words) {
  if (count != 5) return 1;
  const double relative = atof(words[1]), absolute = atof(words[2]);
  const int klu = strcmp(words[3], "klu") == 0, repeats = atoi(words[4]);
  const int courses = (int)number();
  Course *course = calloc(courses, sizeof(Course));
  for (int k = 0; k < courses; k++) {
    for (int i = 0; i < PARAMETERS; i++) course[k].parameters[i] = number();
    course[k].end = number();
    course[k].events = (int)number();
    course[k].event = calloc(course[k].events, sizeof(Event));
    for (int i = 0; i < course[k].events; i++) {
      course[k].event[i].at = number();
      course[k].event[i].which = (int)number();
      for (int j = 0; j < 4; j++) course[k].event[i].values[j] = number();
    }
    course[k].instants = (int)number();
    course[k].instant = calloc(course[k].instants, sizeof(double));
    for (int i = 0; i < course[k].instants; i++) course[k].instant[i] = number();
  }

  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(SIZE, context), at_instant = N_VNew_Serial(SIZE, context);
  lay_out_columns();
  rest(course[0].parameters, NV_DATA_S(y));
  prepare(course[0].parameters, fixed);
  void *cvode = CVodeCreate(CV_BDF, context);
  check(CVodeInit(cvode, rates, 0, y), "CVodeInit");
  check(CVodeSStolerances(cvode, relative, absolute), "CVodeSStolerances");
  SUNMatrix matrix = klu ? SUNSparseMatrix(SIZE, SIZE, column_start[SIZE], CSC_MAT, context) : SUNDenseMatrix(SIZE, SIZE, context);
  SUNLinearSolver linear = klu ? SUNLinSol_KLU(y, matrix, context) : SUNLinSol_Dense(y, matrix, context);
  check(CVodeSetLinearSolver(cvode, linear, matrix), "CVodeSetLinearSolver");
  check(CVodeSetJacFn(cvode, klu ? sparse_jacobian : dense_jacobian), "CVodeSetJacFn");
  check(CVodeSetMaxNumSteps(cvode, 1000000), "CVodeSetMaxNumSteps");

  long steps = 0;
  if (repeats == 0) {
    for (int k = 0; k < courses; k++) solve(cvode, &course[k], y, at_instant, 1, &steps);
    return 0;
  }
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int repeat = 0; repeat < repeats; repeat++)
    for (int k = 0; k < courses; k++) solve(cvode, &course[k], y, at_instant, 0, &steps);
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%.9f %ld\n", (to.tv_sec - from.tv_sec) + 1e-9 * (to.tv_nsec - from.tv_nsec), steps / repeats / courses);
  return 0;
}
