/** Deliberate faults of the widget that several red twins share. */
import { brokenWidget } from '../../support/broken.ts'

const PURPOSE_TOLD = {
  file: 'widget/parts/inputs.tsx',
  find: "const autoComplete = value ? 'off' : complete",
  put: 'const autoComplete = complete',
}

/** Everything in the page itself, no closed root around it, as forms usually are. */
export const inLightDom = (): Promise<string> =>
  brokenWidget('light-dom', [
    {
      file: 'widget/first-screen.tsx',
      find: `<template shadowrootmode="\${input.openRoot ? 'open' : 'closed'}"><style>`,
      put: '<style>',
    },
    { file: 'widget/first-screen.tsx', find: '</div></template>', put: '</div>' },
    {
      file: 'widget/frame/element.ts',
      find: "this.#internals.shadowRoot ?? this.attachShadow({ mode: 'closed' })",
      put: 'this',
    },
    // an element wears no sheets of its own
    { file: 'widget/parts/sheets.ts', find: '...room.adoptedStyleSheets, ', put: '' },
    PURPOSE_TOLD,
  ])

/** Fields that tell what they are for while somebody writes in them. */
export const purposeAlwaysTold = (): Promise<string> => brokenWidget('purpose-told', [PURPOSE_TOLD])

/** The entry for Back is one of the room itself, which has an address that names the chat. */
export const backOfTheRoom = (): Promise<string> =>
  brokenWidget('back-of-the-room', [
    {
      file: 'widget/press/back.ts',
      find: 'inner = frame.contentWindow as Window',
      put: 'inner = window',
    },
  ])
