/** Whether single keys do things. They can be switched off, since screen readers and speech input have uses of their own for them. */
export const keys = $state({ on: true })

/** The key that was pressed alone or with Shift; none while keys are off, or where another program is meant. */
export function keyOf(event: KeyboardEvent): string | undefined {
  const meant = keys.on && !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat && !event.isComposing
  return meant ? (event.shiftKey ? 'Shift ' : '') + event.code.replace('Digit', '').replace('Numpad', '').replace('Key', '') : undefined
}
