/** What stands apart: when it cannot be shown it is left out (or `instead` stands there), and everything round it stays. */
import { Component, type ComponentChildren } from 'preact'

type Props = { children: ComponentChildren; instead?: ComponentChildren }

export class Apart extends Component<Props, { failed?: true }> {
  static override getDerivedStateFromError = () => ({ failed: true })
  override render({ children, instead }: Props) {
    return this.state.failed ? instead : children
  }
}
