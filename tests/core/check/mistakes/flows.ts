import type { Mistake } from '../toy.ts'

const tea = 'flows/tea.yaml'
const guidance = 'flows/guidance.yaml'
const lists = 'flows/lists.yaml'

export const flows: Mistake[] = [
  [
    lists,
    "  - { id: '172', name: Joutsa, area: south }\n",
    "  - { id: '172', name: Joutsa, area: south }\n  - { id: '172', name: Joutsa, area: south }\n",
    'flows/lists.yaml:3:11 "172" is in this list twice. Remove one of them.',
  ],
  [
    guidance,
    'strip: { ask: many, options: [fire, flood] }\n',
    '',
    'flows/guidance.yaml:1:1 The main flow has no emergency strip. Add "strip: { ask: many, options: […] }": the emergency flags must be reachable from every state.',
  ],
  [
    guidance,
    'place: { ask: text, for: coordinator,',
    "place: { ask: date, for: coordinator, after: '2027-02-30',",
    'flows/guidance.yaml:19:48 There is no day 2027-02-30: February 2027 has 28 days. Look it up in the calendar and write the day that is meant.',
  ],
  [
    guidance,
    'place: { ask: text, for: coordinator,',
    'place: { ask: date, for: coordinator, after: on-18x,',
    'flows/guidance.yaml:19:48 "on-18x" is not a day. Write 2026-12-31, or on, on-18y, on+30d, on-6m (counted from the day of the conversation).',
  ],
  [
    tea,
    'hungry: { shared: true, next: done }',
    'hungry: { shared: true, next: dnoe }',
    'flows/tea.yaml:10:33 "dnoe" is not a step of this flow. Did you mean "done"?',
  ],
  [
    tea,
    'start: liking',
    'start: likng',
    'flows/tea.yaml:1:8 "likng" is not a step of this flow. Did you mean "liking"?',
  ],
  [
    guidance,
    'place: { ask: text',
    'lost: { shared: true, next: done }\n  place: { ask: text',
    'flows/guidance.yaml:19:3 There is no shared question "lost" in the main flow. Use one of: hungry.',
  ],
  [
    tea,
    '      - go: hungry',
    '      - when: { liking: 5 }\n        go: hungry',
    'flows/tea.yaml:8:9 When none of these conditions holds, the conversation has nowhere to go. Add a last line "- go: …" without "when".',
  ],
  [
    tea,
    '      - go: hungry',
    '      - go: hungry\n      - when: { liking: 5 }\n        go: sugar',
    'flows/tea.yaml:9:9 This branch is never taken: one before it is always taken first. Move the branch without "when" to the end, or remove this one.',
  ],
  [
    tea,
    'next: hungry }\n',
    'next: liking }\n',
    'flows/tea.yaml:9:47 The steps go round in a circle: liking → sugar → liking, for example with tea/liking: 1. Lead one of them onwards. Where an answer decides which comes first, ask for it before both, and let each lead to the other only with answers with which the other does not lead back.',
  ],
  [
    tea,
    '  done: { end: true }\n',
    '  done: { shared: true, next: liking }\n',
    'flows/tea.yaml:2:1 This flow has no end. Add a step "done: { end: true }" and lead the last questions to it.',
    'flows/tea.yaml:11:3 There is no shared question "done" in the main flow. Use one of: hungry.',
    'flows/tea.yaml:11:31 The steps go round in a circle: liking → sugar → hungry → done → liking, for example with tea/liking: 1. Lead one of them onwards. Where an answer decides which comes first, ask for it before both, and let each lead to the other only with answers with which the other does not lead back.',
  ],
  [
    guidance,
    'sections: { tea: tea }',
    'sections: { tea: tee }',
    'flows/guidance.yaml:10:22 "tee" is not a flow. Did you mean "tea"?',
  ],
  [
    guidance,
    'sections: { tea: tea }',
    'sections: { tea: tea, scone: tea }',
    'flows/guidance.yaml:10:27 "scone" is not an option of the question "wishes". Use one of: tea, cake.',
  ],
  [
    guidance,
    'sections: { tea: tea }',
    'sections: { tea: tea, cake: guidance }',
    'flows/guidance.yaml:10:33 The flow "guidance" would be walked inside itself. Lead the section to a flow of its own.',
  ],
  [
    guidance,
    'agenda: wishes',
    'agenda: wises',
    'flows/guidance.yaml:9:13 "wises" is not a step of this flow. Did you mean "wishes"?',
  ],
  [
    guidance,
    'agenda: wishes',
    'agenda: alone',
    'flows/guidance.yaml:9:13 "alone" is not a question with several choices, so there is nothing to walk. Name a step with "ask: many" and written options.',
  ],
  [
    guidance,
    'start: wishes',
    'start: walk',
    'flows/guidance.yaml:6:3 No answer leads to the step "wishes". Lead to it from another step, or remove it.',
  ],
  [
    tea,
    'hungry: { shared: true, next: done }',
    'hungry: { shared: true, next: thirsty }\n  thirsty: { shared: true, next: done }',
    'flows/tea.yaml:11:3 There is no shared question "thirsty" in the main flow. Use one of: hungry.',
  ],
  [
    tea,
    'hungry: { shared: true, next: done }',
    'hungry: { end: true }',
    'flows/guidance.yaml:4:3 No flow asks the shared question "hungry". Ask it with "hungry: { shared: true, next: … }", or remove it.',
    'flows/tea.yaml:11:3 No answer leads to the step "done". Lead to it from another step, or remove it.',
  ],
  [
    tea,
    'hungry: { shared: true, next: done }',
    'hungry: { ask: one, for: coordinator, options: [very, little], next: done }',
    'flows/tea.yaml:10:3 The question "hungry" has the same name as the shared question of flows/guidance.yaml, so their answers cannot be told apart. Give one of them another name, or ask the shared one with "shared: true".',
  ],
  [
    tea,
    'sugar: { ask: number, min: 0, max: 9, next: hungry }',
    'sugar: { ask: number, next: alone }\n  alone: { ask: number, for: coordinator, next: hungry }',
    'flows/tea.yaml:10:3 The question "alone" has the same name as a question of flows/guidance.yaml, so their answers cannot be told apart. Give one of them another name, or ask the shared one with "shared: true".',
  ],
  [
    tea,
    'start: liking',
    'start: liking\nshared: { a: { ask: scale } }',
    'flows/tea.yaml:2:1 "shared" can be only in the main flow. Move it to flows/guidance.yaml.',
  ],
  [
    tea,
    'hungry: { shared: true, next: done }',
    'hungry: { shared: true, next: more }\n  more: { agenda: hungry, sections: { very: tea }, next: done }',
    'flows/tea.yaml:11:11 An agenda can be only in the main flow. Move the agenda to flows/guidance.yaml; a flow inside it asks plain questions.',
  ],
  [
    guidance,
    'options: [tea, cake]',
    'options: [tea, cake, tea]',
    'flows/guidance.yaml:6:45 The option "tea" is there twice. Remove one of them.',
  ],
  [
    guidance,
    'options: [tea, cake]',
    'options: [tea, cake, none]',
    'flows/guidance.yaml:6:45 "none" is a reserved word and cannot be used as a name. Give it another name; "I don\'t know", "I don\'t want to say" and "none" belong to every question already.',
  ],
  [
    guidance,
    'options: [very, little]',
    'options: [very]',
    'flows/guidance.yaml:4:32 The question "hungry" has only one option, so it asks nothing. Add another option, or remove the question.',
  ],
  [
    guidance,
    'options: [very, little] }',
    'list: municipalites }',
    'flows/guidance.yaml:4:29 "municipalites" is not a list of lists.yaml. Did you mean "municipalities"?',
  ],
  [
    guidance,
    'ask: one, options: [very, little] }',
    'ask: one }',
    'flows/guidance.yaml:4:3 The question "hungry" has no answers to choose from. Add "options: […]" or "list: …".',
  ],
  [
    guidance,
    'options: [very, little] }',
    'options: [very, little], list: municipalities }',
    'flows/guidance.yaml:4:48 The question "hungry" has both options and a list. Keep one of the two.',
  ],
  [
    guidance,
    'ask: many, options: [tea, cake]',
    'ask: many, most: 3, options: [tea, cake]',
    'flows/guidance.yaml:6:30 "most: 3" is more than there are options (2). Lower it, or remove the line.',
  ],
  [
    tea,
    'min: 0, max: 9',
    'min: 9, max: 0',
    'flows/tea.yaml:9:30 9 is above 0, so nothing lies between them. Exchange the two, or correct one of them.',
  ],
  [
    guidance,
    'place: { ask: text, for: coordinator, next: done }',
    'place: { ask: text, next: done }',
    'flows/guidance.yaml:19:3 The answer to "place" never changes the result. Use it in a condition or a table, mark it "for: coordinator" so that it is shown on the card, or remove the question.',
  ],
  [
    guidance,
    'place: { ask: text,',
    'place: { ask: municipality,',
    'flows/guidance.yaml:19:3 Whose coordinators call is looked up by the question "municipality"; this question is called "place". Call it "municipality".',
  ],
]
