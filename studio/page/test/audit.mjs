// What every screen must hold to, read off the page as the browser has it. Runs inside the page, so it stands on nothing outside.

/** Complaints about the screen that is shown; none where all is well. */
export function audit(page, { touch }) {
  return page.evaluate(inspect, touch ? { width: 36, height: 44 } : { width: 24, height: 24 })
}

function inspect(least) {
  const complaints = []
  const complain = (element, what) => complaints.push(`${element.outerHTML.slice(0, 90)}: ${what}`)
  const shown = element => element.getClientRects().length > 0

  // One heading of the first order, a language, a title, no name twice.
  if (document.querySelectorAll('h1').length !== 1) complaints.push('there is not exactly one h1')
  if (document.documentElement.lang === '') complaints.push('the language of the page is not stated')
  if (document.title === '') complaints.push('the page has no title')
  if (document.querySelector('main') === null) complaints.push('there is no main part')
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id)
  if (new Set(ids).size !== ids.length) complaints.push('two elements have the same id')
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      if (document.getElementById(element.getAttribute(attribute)) === null) complain(element, `${attribute} leads nowhere`)
    }
  }

  // Everything that can be used has a name, is large enough, and can be reached with the keyboard.
  for (const element of document.querySelectorAll('button, input, a[href], progress')) {
    const labels = [...(element.labels ?? [])]
    const name = element.getAttribute('aria-label') ?? (labels.map(label => label.textContent).join('') || element.textContent)
    if (name.trim() === '') complain(element, 'has no name')
    if (element.tabIndex < 0 && element.localName !== 'progress') complain(element, 'cannot be reached with the keyboard')
    const target = (labels.find(label => label.contains(element)) ?? element).getBoundingClientRect()
    const bar = element.type === 'range' || element.localName === 'progress'
    if (shown(element) && !bar && (target.width < least.width || target.height < least.height)) {
      complain(element, `is only ${Math.round(target.width)} x ${Math.round(target.height)} pixels`)
    }
  }
  for (const group of document.querySelectorAll('fieldset')) {
    if (group.querySelector('legend')?.textContent.trim() === '') complain(group, 'has no legend')
  }

  // Nothing is cut off, and nothing carries a style of its own, which the policy forbids.
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) complaints.push('the page is wider than the window')
  for (const element of document.querySelectorAll('[style]:not([style=""])')) complain(element, 'has a style of its own')

  // Text stands out from what is behind it: 4.5 to 1.
  const colour = text => (text.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
  const behind = element => {
    for (let at = element; at !== null; at = at.parentElement) {
      const ground = colour(getComputedStyle(at).backgroundColor)
      if (ground.length === 3 || ground[3] === 1) return ground
    }
    return [255, 255, 255]
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    if (node.data.trim() !== '' && shown(element) && element.closest('button:disabled, noscript, .hidden') === null) {
      const [one, other] = [luminance(colour(getComputedStyle(element).color)), luminance(behind(element))]
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
      if (contrast < 4.5) complain(element, `contrast ${contrast.toFixed(2)}`)
    }
  }

  // No length of a clip is given away, and nothing plays by itself.
  if (/\d:\d\d/.test(document.body.innerText)) complaints.push('a time is shown')
  for (const audio of document.querySelectorAll('audio')) {
    if (audio.controls || audio.autoplay) complain(audio, 'has controls or plays by itself')
  }
  return complaints
}
