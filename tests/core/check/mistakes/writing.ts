import type { Mistake } from '../toy.ts'

const tea = 'flows/tea.yaml'
const guidance = 'flows/guidance.yaml'
const eat = 'flows/advice/eat.yaml'
const wordsMain = 'locales/fi/guidance.json'

export const writing: Mistake[] = [
  [
    tea,
    '  sugar:',
    '	sugar:',
    'flows/tea.yaml:9:1 This line is indented with a tab. Indent with spaces, two for each level.',
  ],
  [
    tea,
    '  sugar: {',
    '  liking: {',
    'flows/tea.yaml:9:3 "liking" is written twice in the same place: here and on line 3. Keep one of the two and remove or rename the other.',
  ],
  [
    tea,
    '  sugar:',
    '   sugar:',
    'flows/tea.yaml:9:1 The indentation does not fit the lines around it. Give lines of the same level the same number of spaces at their beginning.',
  ],
  [
    tea,
    'start: liking',
    'start: &start liking',
    'flows/tea.yaml:1:15 "&start" uses YAML\'s anchors (& or *), which these files do not use. Write the value out in full. If it is a text that begins with & or *, put it in quotes.',
  ],
  [
    tea,
    '{ end: true }',
    '{ end: true',
    'flows/tea.yaml:11:9 The sign { is opened here and not closed. Close it with } where it ends.',
  ],
  [
    guidance,
    'place: { ask: text',
    'place: { ask: "text',
    'flows/guidance.yaml:19:17 The sign " is opened here and not closed. Close it with " where it ends.',
  ],
  [
    eat,
    'owner: Aino',
    'owner: Aino: editor',
    'flows/advice/eat.yaml:9:8 There is a second colon on this line. Put the value in quotes if the colon belongs to it, or begin a new line.',
  ],
  [
    eat,
    'owner: Aino',
    'owner: @aino',
    'flows/advice/eat.yaml:9:8 "@aino" begins with a sign that means something else to YAML. Put the whole text after the colon in quotes.',
  ],
  [
    guidance,
    'place: { ask: text',
    'place: { ask:text',
    'flows/guidance.yaml:19:12 There is no space after ":" in "ask:text". Write "ask: text".',
  ],
  [
    guidance,
    'options: [fire, flood] }',
    'options: [fire,, flood] }',
    'flows/guidance.yaml:2:36 There are two commas one after the other. Remove one of them.',
  ],
  [
    'flows/routing.yaml',
    '    - id: bitter\n',
    '    -id: bitter\n',
    'flows/routing.yaml:13:5 There is no space after "-" in "-id". Write "- id".',
  ],
  [
    'flows/routing.yaml',
    '    - id: bitter\n',
    '      id: bitter\n',
    'flows/routing.yaml:13:7 A new row seems to begin here, and its hyphen is missing. Write "- id: …" with a hyphen and a space, as in the row before it.',
  ],
  [
    wordsMain,
    '"Pieni",',
    '"Pie\u000bni",',
    'locales/fi/guidance.json:9:32 There is a sign in this text that cannot be seen, as Word writes it for a new line. Delete it; write \\n where a new line should begin.',
  ],
  [
    wordsMain,
    '"Pieni",',
    '"Pieni"',
    'locales/fi/guidance.json:9:35 There is no comma at the end of this line. Add one: every line but the last ends with a comma.',
  ],
  [
    wordsMain,
    '"Pieni",',
    '"Pieni,',
    'locales/fi/guidance.json:9:34 The text has no quote at its end. Add the sign " at the end of the line, before the comma.',
  ],
  [
    wordsMain,
    '"hungry.options.little"',
    '"hungry.options.very"',
    'locales/fi/guidance.json:9:3 "hungry.options.very" is written twice in the same place: here and on line 8. Keep one of the two and remove or rename the other.',
  ],
]
