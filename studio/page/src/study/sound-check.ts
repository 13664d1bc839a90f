const NOTE_SECONDS = 0.55
const LEVEL = 0.12
const LEAST = 2
const MOST = 5
/** Hertz: C4 D4 E4 G4 A4, any of which sound well together. */
const NOTES = [261.6, 293.7, 329.6, 392, 440]

/** The numbers of notes that can be asked for. */
export const COUNTS = [2, 3, 4, 5] as const

/** Another number of notes than the last one. */
export function anotherCount(last: number, random: () => number = Math.random): number {
  const others = COUNTS.filter(count => count !== last)
  return others[Math.floor(random() * others.length)] ?? LEAST
}

/**
 * Plays so many notes. They are made on the spot, about as loud as the clips: no clip is heard before its time.
 *
 * @returns when they are over
 */
export async function playNotes(context: AudioContext, count: number): Promise<void> {
  await context.resume()
  const start = context.currentTime + 0.1
  for (let i = 0; i < Math.min(MOST, count); i++) {
    const from = start + i * NOTE_SECONDS
    const gain = context.createGain()
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(LEVEL, from + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, from + NOTE_SECONDS * 0.95)
    const tone = context.createOscillator()
    tone.type = 'triangle'
    tone.frequency.value = NOTES[i] ?? 440
    tone.connect(gain).connect(context.destination)
    tone.start(from)
    tone.stop(from + NOTE_SECONDS)
  }
  await new Promise(resolve => setTimeout(resolve, (0.2 + count * NOTE_SECONDS) * 1000))
}
