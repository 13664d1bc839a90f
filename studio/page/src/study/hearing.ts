/** How long a clip must be heard before one can answer; a shorter one must be heard to its end. */
export const ENOUGH_SECONDS = 5

/** Longest step between two readings of the position that still counts as playing; a longer one is a jump. */
const LONGEST_STEP_SECONDS = 3

/** How much of a clip was heard. Jumping ahead does not count, hearing something twice does. */
export class Hearing {
  #seconds = 0
  #position = 0
  #toTheEnd = false

  /** The clip begins to play, or goes on, at this position. */
  from(position: number): void {
    this.#position = position
  }

  /** The clip has played on to this position. */
  at(position: number): void {
    const step = position - this.#position
    if (step > 0 && step <= LONGEST_STEP_SECONDS) {
      this.#seconds += step
    }
    this.#position = position
  }

  /** The clip is over.
   *  @param length of the clip in seconds */
  ended(length: number): void {
    this.at(length)
    this.#toTheEnd ||= this.#seconds >= Math.min(ENOUGH_SECONDS, length * 0.8)
  }

  get seconds(): number {
    return this.#seconds
  }

  get enough(): boolean {
    return this.#toTheEnd || this.#seconds >= ENOUGH_SECONDS
  }
}

/** As it is sent: to the tenth of a second. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
