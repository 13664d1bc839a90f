import type { Trial } from '../api'

/** How far a session has come. */
export interface Progress {
  /** Place of the current trial, from 1. */
  readonly place: number
  readonly total: number
  /** At least 1. */
  readonly minutesLeft: number
}

/** The first trial without an answer; none when all are answered. */
export function nextTrial(trials: readonly Trial[], answered: ReadonlySet<number>): Trial | undefined {
  return trials.find(trial => !answered.has(trial.id))
}

/** @param minutes of the whole session */
export function progress(trials: readonly Trial[], answered: ReadonlySet<number>, minutes: number): Progress {
  const left = trials.filter(trial => !answered.has(trial.id)).length
  return {
    place: Math.min(trials.length, trials.length - left + 1),
    total: trials.length,
    minutesLeft: Math.max(1, Math.round((minutes * left) / Math.max(1, trials.length))),
  }
}
