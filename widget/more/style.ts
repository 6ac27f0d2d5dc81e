/** Styles over those of the loader: where the button stands, which colour it has, and a panel that is a part of the page. */
import { warn } from '../loader/warn.ts'
import { cssOf, edgeOn, groundOf, inkOn, measured } from './contrast.ts'
import type { Look } from './look.ts'

/** px from the corner, where nothing else is said; the panel always has it. */
const NEAR = 16

const inset = ({ has }: Look, across: string, along: string) => {
  const [top, bottom] = has('top') ? [along, 'auto'] : ['auto', along]
  const [right, left] = has('left') ? ['auto', across] : [across, 'auto']
  return `inset:${top} ${right} ${bottom} ${left}`
}

/** No number pushes the button out of a small window. */
const within = (px: number) => `min(${px}px, 40%)`

const placed = (look: Look) => {
  const [across, along] = look.offset ?? [NEAR, NEAR]
  return `dialog{${inset(look, `${NEAR}px`, `${NEAR}px`)}}dialog+button{${inset(look, within(across), within(along))}}`
}

/** A colour of which words could not be read does not exist: black or white is. What is seen is measured, not what was meant. */
function coloured({ color, said }: Look, launcher: HTMLElement): string {
  if (!color) return ''
  const ground = measured(color, launcher)
  if (!ground) {
    warn(`look="${said}": the colour ${color} cannot be measured: name one that is not seen through.`)
    return ''
  }
  const edge = edgeOn(ground, groundOf(document))
  const drawn = edge ? `dialog+button{border:2px solid ${cssOf(edge)};margin:-1px}` : ''
  return `button,header{background:${cssOf(ground)};color:${cssOf(inkOn(ground))}}${drawn}`
}

/** In the column of the page, or over the whole of it: no button, nothing to close, and nothing above the page’s own layers. */
const PART = `dialog:not(:modal){position:static;box-sizing:border-box;width:100%;max-width:none;margin:0;overflow:hidden;box-shadow:none;border-color:#8886}dialog+button,header button{display:none}`
const INLINE = `:host(:not([hidden])){position:relative!important;display:block!important}div{position:static}dialog:not(:modal){max-height:min(760px,88vh)}`
const PAGE = `div{inset:0;z-index:auto}dialog:not(:modal){height:100%!important;max-height:none;border:0;border-radius:0}`

/** @returns rules for the root of the chat */
export function rulesOf(look: Look, launcher: HTMLElement): string {
  const part = look.has('inline') ? PART + INLINE : look.has('page') ? PART + PAGE : ''
  const hidden = look.has('links') ? 'dialog+button{display:none}' : ''
  return placed(look) + part + hidden + coloured(look, launcher)
}
