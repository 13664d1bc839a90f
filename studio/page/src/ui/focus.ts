let first = true

/**
 * Puts the focus on the heading of a new screen, so that a screen reader begins there and the eye at the top. The first screen
 * leaves it where the browser has it.
 */
export function newScreen(heading: HTMLElement): void {
  if (!first) {
    window.scrollTo(0, 0)
    heading.focus({ preventScroll: true })
  }
  first = false
}
