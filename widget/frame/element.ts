/** The room as an element of its page: what the server drew in its closed root is adopted, dressed and begun. */
import { ISLAND, type Island, readIsland } from '../net/island.ts'
import { dress, wear } from '../parts/sheets.ts'

/**
 * @param styles name and text of each sheet that stands from the beginning
 * @param start begins in the container, with the data of the page
 */
export function defineRoom(
  styles: Record<string, string>,
  start: (container: HTMLElement, island: Island) => void,
) {
  customElements.define(
    'kynnys-room',
    class extends HTMLElement {
      #internals = this.attachInternals()
      connectedCallback() {
        const template = this.querySelector('template')
        const root = this.#internals.shadowRoot ?? this.attachShadow({ mode: 'closed' })
        // a browser without declarative roots left the page in its template
        if (template) root.append(template.content)
        const container = root.querySelector<HTMLElement>('.room')
        const data = document.getElementById(ISLAND)?.textContent
        for (const [name, css] of Object.entries(styles)) wear(name, css)
        dress(root)
        if (container && data) start(container, readIsland(data))
      }
    },
  )
}
