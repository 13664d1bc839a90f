let current: HTMLMediaElement | undefined

/** Stops what else is playing: two clips at once help nobody. */
export function playsAlone(media: HTMLMediaElement): void {
  if (current !== media) {
    current?.pause()
  }
  current = media
}

/** Nothing plays. */
export function silence(): void {
  current?.pause()
}
