// Made by apps/clinic/src/features/site/our-model/generate-validation.ts from the healing package. Do not edit: run it again.
import type { ShippedValidation } from '../our-model/shipped-validation.ts'

export const SHIPPED_VALIDATION: ShippedValidation = {
 "summary": {
  "n": 19,
  "studies": 15,
  "mae": 13.22,
  "coverage90": 0.8947,
  "coverage90Interval": [
   0.6861,
   0.9706
  ],
  "meanWidth90": 69.04,
  "baselines": {
   "indicationMean": 14.88,
   "treatmentsRegression": 13.36
  },
  "isFew": true
 },
 "trials": [
  {
   "id": "AS18",
   "indication": "acne-scars",
   "prp": false,
   "observed": 68.3,
   "low90": 4.74,
   "median": 29.13,
   "high90": 63.9,
   "inside": false
  },
  {
   "id": "SS22",
   "indication": "surgical-scars",
   "prp": false,
   "observed": 52,
   "low90": 3.38,
   "median": 33.92,
   "high90": 76.74,
   "inside": true
  },
  {
   "id": "AS98",
   "indication": "acne-scars",
   "prp": true,
   "observed": 50.23,
   "low90": 7.65,
   "median": 40.59,
   "high90": 80.12,
   "inside": true
  },
  {
   "id": "ML12",
   "indication": "hyperpigmentation",
   "prp": true,
   "observed": 49.21,
   "low90": 9.47,
   "median": 45.34,
   "high90": 85.32,
   "inside": true
  },
  {
   "id": "AS46",
   "indication": "acne-scars",
   "prp": false,
   "observed": 48.88,
   "low90": 3.47,
   "median": 27.06,
   "high90": 63.21,
   "inside": true
  },
  {
   "id": "AS101",
   "indication": "acne-scars",
   "prp": true,
   "observed": 46.62,
   "low90": 5.32,
   "median": 37.02,
   "high90": 78.91,
   "inside": true
  },
  {
   "id": "ML11",
   "indication": "hyperpigmentation",
   "prp": true,
   "observed": 41.32,
   "low90": 9.47,
   "median": 45.34,
   "high90": 85.32,
   "inside": true
  },
  {
   "id": "ML31",
   "indication": "hyperpigmentation",
   "prp": false,
   "observed": 35.81,
   "low90": 3.26,
   "median": 32.95,
   "high90": 75.02,
   "inside": true
  },
  {
   "id": "AS70",
   "indication": "acne-scars",
   "prp": false,
   "observed": 35.71,
   "low90": 4.24,
   "median": 33.68,
   "high90": 73.63,
   "inside": true
  },
  {
   "id": "AS87",
   "indication": "acne-scars",
   "prp": false,
   "observed": 31,
   "low90": 2.74,
   "median": 28.73,
   "high90": 68.84,
   "inside": true
  },
  {
   "id": "AS54",
   "indication": "acne-scars",
   "prp": true,
   "observed": 28,
   "low90": 11.27,
   "median": 46.4,
   "high90": 84.48,
   "inside": true
  },
  {
   "id": "AS97",
   "indication": "acne-scars",
   "prp": false,
   "observed": 27.86,
   "low90": 4.34,
   "median": 33.01,
   "high90": 72.71,
   "inside": true
  },
  {
   "id": "AS20",
   "indication": "acne-scars",
   "prp": false,
   "observed": 27.18,
   "low90": 3.95,
   "median": 31.34,
   "high90": 70.38,
   "inside": true
  },
  {
   "id": "WR02",
   "indication": "wrinkles",
   "prp": false,
   "observed": 25.9,
   "low90": 5.27,
   "median": 39.31,
   "high90": 81.56,
   "inside": true
  },
  {
   "id": "ML30",
   "indication": "hyperpigmentation",
   "prp": false,
   "observed": 21.05,
   "low90": 2.36,
   "median": 25.93,
   "high90": 65.45,
   "inside": true
  },
  {
   "id": "AS77",
   "indication": "acne-scars",
   "prp": false,
   "observed": 19.7,
   "low90": 4.2,
   "median": 32.98,
   "high90": 72.64,
   "inside": true
  },
  {
   "id": "AS76",
   "indication": "acne-scars",
   "prp": false,
   "observed": 9.35,
   "low90": 3.34,
   "median": 30.75,
   "high90": 70.7,
   "inside": true
  },
  {
   "id": "AS99",
   "indication": "acne-scars",
   "prp": false,
   "observed": 8.55,
   "low90": 6.94,
   "median": 37.14,
   "high90": 74.54,
   "inside": true
  },
  {
   "id": "AS61",
   "indication": "acne-scars",
   "prp": false,
   "observed": 3.48,
   "low90": 5.12,
   "median": 32.03,
   "high90": 68.73,
   "inside": false
  }
 ],
 "kinetics": {
  "n": 21,
  "inside": 21,
  "medianInside": 21,
  "misses": []
 }
}
