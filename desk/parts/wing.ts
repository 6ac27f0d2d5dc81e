/** What the shell asks of a wing, and what it gives it: a wing is loaded when somebody who may enter it does. */
import type { ComponentChildren, ComponentType } from 'preact'

/** A link for the keyboard to the element with the id `to`. */
export type Skip = { to: string; label: string }

export type FrameProps = {
  /** something is open that covers the rest on a narrow screen */
  open?: boolean
  skips?: readonly Skip[]
  children: ComponentChildren
}
export type FrameType = ComponentType<FrameProps>

export type Wing = {
  /** its pages; everything it shows stands inside `Frame` */
  Page: ComponentType<{ Frame: FrameType }>
  /** somebody has signed in and looks at it: what it needs is fetched and followed */
  begin(): Promise<void>
  /** the desk speaks another language: what it names is fetched in it */
  turned(): Promise<void>
}
