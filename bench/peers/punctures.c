/*
 * The peer of punctures.bench.ts: what packages/healing/src/dose/overlap.ts does, step by step, in C.
 * Reads the holes and the stencils from a file; prints the milliseconds that counting took, and the counts.
 * gcc -O3 -march=native -o punctures punctures.c
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PHASES 4
#define BINS 1024
#define STENCIL_BITS 12

static int32_t header[6]; /* holes, columns, rows, stencils, runs, reach */
static float *x, *y;
static uint8_t *radius;
static int32_t *start, *end, *top, *left, *right;

static void *take(FILE *file, size_t bytes) {
  void *place = malloc(bytes);
  if (!place || fread(place, 1, bytes, file) != bytes) exit(2);
  return place;
}

static void count_overlaps(int32_t *counts) {
  const int32_t count = header[0], columns = header[1], height = header[2], reach = header[5];
  const int32_t margin = 2 * reach, stride = columns + 2 * margin;
  int32_t ring_rows = 1;
  while (ring_rows < margin + 1) ring_rows *= 2;
  const int32_t ring_size = ring_rows * stride;
  int16_t *restrict ring = calloc(ring_size, sizeof *ring);

  const int32_t last_row = height + margin + reach, last_column = columns + margin + reach;
  int32_t *restrict first_of = calloc(height + margin + 1, sizeof *first_of);
  int32_t *restrict rows = malloc(count * sizeof *rows);
  int32_t *restrict unsorted = malloc(count * sizeof *unsorted);
  for (int32_t at = 0; at < count; at++) {
    const double down = (double)y[at] + margin, along = (double)x[at] + margin;
    rows[at] = -1;
    if (!(down >= reach && down < last_row && along >= reach && along < last_column)) continue;
    const int32_t row = down, column = along, phase = (down - row) * PHASES;
    const int32_t stencil = (radius[at] * PHASES + phase) * PHASES + (int32_t)((along - column) * PHASES);
    const int32_t first = row + top[stencil];
    if (first >= height + margin) continue;
    rows[at] = first;
    unsorted[at] = column << STENCIL_BITS | stencil;
    first_of[first + 1]++;
  }
  for (int32_t row = 1; row <= height + margin; row++) first_of[row] += first_of[row - 1];
  int32_t *restrict next = malloc((height + margin + 1) * sizeof *next);
  memcpy(next, first_of, (height + margin + 1) * sizeof *next);
  int32_t *restrict packed = malloc(first_of[height + margin] * sizeof *packed);
  for (int32_t at = 0; at < count; at++)
    if (rows[at] >= 0) packed[next[rows[at]]++] = unsorted[at];

  for (int32_t row = 0; row < height + margin; row++) {
    const int32_t line = (int64_t)row * stride % ring_size;
    for (int32_t at = first_of[row]; at < first_of[row + 1]; at++) {
      const int32_t stencil = packed[at] & ((1 << STENCIL_BITS) - 1), column = packed[at] >> STENCIL_BITS;
      const int32_t after = end[stencil];
      int32_t begin = line;
      for (int32_t run = start[stencil]; run < after; run++) {
        ring[begin + column + left[run]]++;
        ring[begin + column + right[run]]--;
        begin += stride;
        if (begin == ring_size) begin = 0;
      }
    }
    if (row >= margin) {
      int32_t times = 0;
      for (int32_t at = line; at < line + margin; at++) times += ring[at];
      for (int32_t at = line + margin; at < line + margin + columns; at++) {
        times += ring[at];
        counts[times & (BINS - 1)]++;
      }
    }
    memset(ring + line, 0, stride * sizeof *ring);
  }
  free(ring), free(first_of), free(rows), free(unsorted), free(next), free(packed);
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file || fread(header, sizeof header, 1, file) != 1) return 2;
  const size_t holes = header[0], stencils = header[3], runs = header[4];
  x = take(file, holes * 4), y = take(file, holes * 4), radius = take(file, holes);
  start = take(file, stencils * 4), end = take(file, stencils * 4), top = take(file, stencils * 4);
  left = take(file, runs * 4), right = take(file, runs * 4);
  fclose(file);

  static int32_t counts[BINS];
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  count_overlaps(counts);
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%.3f", (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6);
  for (int bin = 0; bin < BINS; bin++) printf(" %d", counts[bin]);
  printf("\n");
  return 0;
}
