import type { Choice, Question, Scale } from '../api'

/** What one of the scales is called and asks, and what its ends mean. */
export interface ScaleText {
  readonly name: string
  readonly asks: string
  readonly low: string
  readonly high: string
}

/** All words of the page in one language. */
export interface Messages {
  readonly language: string
  readonly chooseLanguage: string
  readonly loading: string
  readonly tryAgain: string
  readonly next: string
  readonly welcome: {
    readonly lead: string
    readonly length: (trials: number, minutes: number) => string
    readonly steps: string
    readonly headphones: string
    readonly pause: string
    readonly consentTitle: string
    readonly consent: string
    readonly agree: string
    readonly start: string
  }
  readonly back: {
    readonly title: string
    readonly lead: (answered: number, total: number) => string
    readonly go: string
    readonly other: string
  }
  readonly about: {
    readonly title: string
    readonly lead: string
    readonly years: string
    readonly yearsHint: string
    readonly plays: string
    readonly yes: string
    readonly no: string
    readonly level: string
    readonly levels: readonly [string, string, string, string, string]
  }
  readonly sound: {
    readonly title: string
    readonly lead: string
    readonly play: string
    readonly count: string
    readonly right: string
    readonly wrong: string
    readonly begin: string
    readonly failed: string
  }
  readonly player: {
    readonly clip: (choice: Choice) => string
    readonly theClip: string
    readonly play: (clip: string) => string
    readonly stop: (clip: string) => string
    readonly position: (clip: string) => string
    readonly percent: (share: number) => string
    readonly listen: (seconds: number) => string
    readonly heard: string
    readonly failed: string
  }
  readonly trial: {
    readonly questions: Readonly<Record<Question, string>>
    readonly scrambled: string
    readonly rate: string
    readonly first: string
    readonly choose: (choice: Choice) => string
    readonly listenFirst: string
    readonly chooseNow: string
    readonly listenToRate: string
    readonly rateAll: (left: number) => string
    readonly ready: string
    readonly keys: string
    readonly keysForPairs: string
    readonly keysForRatings: string
    readonly points: (point: number, low: string, high: string) => string
  }
  readonly scales: Readonly<Record<Scale, ScaleText>>
  readonly progress: (place: number, total: number, minutes: number) => string
  readonly progressName: string
  readonly connection: {
    readonly none: string
    readonly lost: (waiting: number) => string
    readonly refused: (reason: string) => string
    readonly unknownListener: string
  }
  readonly done: {
    readonly title: string
    readonly lead: string
    readonly stored: string
    readonly sending: (waiting: number) => string
    readonly close: string
    readonly other: string
  }
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const en: Messages = {
  language: 'English',
  chooseLanguage: 'Language',
  loading: 'One moment …',
  tryAgain: 'Try again',
  next: 'Next',
  welcome: {
    lead: 'You will hear short pieces of music and say what you think of them. It is your ear that counts; nobody is marked.',
    length: (trials, minutes) => `${plural(trials, 'question', 'questions')}, about ${plural(minutes, 'minute', 'minutes')}.`,
    steps: 'A little about you, a check of the sound, then the music.',
    headphones: 'Use headphones if you can, in a quiet place.',
    pause: 'You may stop at any time and go on later on the same device.',
    consentTitle: 'What becomes of your answers',
    consent:
      'They are stored only on the computer that runs this study, and sent nowhere else. Nobody asks for your name, and no address or device is noted. This browser remembers where you are, so that you can go on later.',
    agree: 'I agree, and would like to take part.',
    start: 'Start',
  },
  back: {
    title: 'Welcome back',
    lead: (answered, total) => `You have answered ${answered} of ${plural(total, 'question', 'questions')}. Nothing was lost.`,
    go: 'Go on',
    other: 'I am someone else: start from the beginning',
  },
  about: {
    title: 'A little about you',
    lead: 'People who make music often hear differently. These three answers help to see how.',
    years: 'How many years of music lessons have you had?',
    yearsHint: 'Any instrument or singing. 0 if none.',
    plays: 'Do you play an instrument or sing at present?',
    yes: 'Yes',
    no: 'No',
    level: 'How would you describe yourself?',
    levels: ['I do not make music', 'A beginner', 'An amateur', 'An advanced amateur or student of music', 'A professional musician'],
  },
  sound: {
    title: 'Check the sound',
    lead: 'Press the button. You will hear a few notes, one after the other. Set the volume so that they are clear and pleasant, and leave it there.',
    play: 'Play the notes',
    count: 'How many notes did you hear?',
    right: 'That is right. Your sound works.',
    wrong: 'It was another number. Check the volume or the headphones, and play the notes again.',
    begin: 'Begin listening',
    failed: 'This browser cannot play sound. Please use another one.',
  },
  player: {
    clip: choice => (choice === 'left' ? 'Clip 1' : 'Clip 2'),
    theClip: 'The clip',
    play: clip => `Play: ${clip}`,
    stop: clip => `Stop: ${clip}`,
    position: clip => `Position: ${clip}`,
    percent: share => `${share} percent`,
    listen: seconds => `Listen for at least ${seconds} seconds`,
    heard: 'Heard',
    failed: 'This clip has not arrived yet.',
  },
  trial: {
    questions: {
      composed_by_a_person: 'Which of the two was composed by a person?',
      prefer: 'Which of the two do you prefer?',
    },
    scrambled: 'One of these two is nothing but random notes. Which one?',
    rate: 'What do you think of this clip?',
    first: 'If you cannot tell, choose what seems more likely.',
    choose: choice => (choice === 'left' ? 'Choose clip 1' : 'Choose clip 2'),
    listenFirst: 'Listen to both clips; then you can choose.',
    chooseNow: 'You have heard both. Choose one.',
    listenToRate: 'Listen to the clip. You may rate while it plays.',
    rateAll: left => (left === 1 ? 'One scale is left.' : `${left} scales are left.`),
    ready: 'Ready: go on with “Next”.',
    keys: 'Use keys',
    keysForPairs: '1 and 2 play or stop, Shift + 1 and Shift + 2 choose, N goes on.',
    keysForRatings: '1 plays or stops, N goes on. On a scale, the arrow keys move.',
    points: (point, low, high) => (point === 1 ? `1: ${low}` : point === 7 ? `7: ${high}` : `${point}`),
  },
  scales: {
    structure: { name: 'Structure', asks: 'Does it hold together as a whole?', low: 'aimless', high: 'well formed' },
    harmony: { name: 'Harmony', asks: 'Do the chords and voices fit together?', low: 'they clash', high: 'they fit' },
    melody: { name: 'Melody', asks: 'Is there a line that one could sing?', low: 'no line', high: 'a fine tune' },
    rhythm: { name: 'Rhythm', asks: 'Does it move naturally in time?', low: 'awkward', high: 'natural' },
    expression: { name: 'Expression', asks: 'Is it played with feeling?', low: 'lifeless', high: 'full of life' },
  },
  progress: (place, total, minutes) => `${place} of ${total}, about ${plural(minutes, 'minute', 'minutes')} left`,
  progressName: 'How far you are',
  connection: {
    none: 'The study cannot be reached. Check the connection; the page tries again by itself.',
    lost: waiting =>
      `No connection. ${waiting === 1 ? 'One answer is' : `${waiting} answers are`} kept on this device and will be sent when the connection is back.`,
    refused: reason => `The server did not take an answer. It is kept on this device. ${reason}`,
    unknownListener: 'The study does not know this device any more, so it starts from the beginning.',
  },
  done: {
    title: 'Thank you',
    lead: 'That was the last question. Your ear helps to find out how well machines make music, and where they fail.',
    stored: 'All your answers have arrived.',
    sending: waiting => `${waiting === 1 ? 'One answer is' : `${waiting} answers are`} still on the way. Please leave this page open.`,
    close: 'You can close this page now.',
    other: 'Someone else takes part on this device',
  },
}
