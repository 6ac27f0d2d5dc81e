/** The floor's loader: the least that opens a page in a frame of another origin, preloaded and shown as ours is. */
const { origin } = new URL(document.currentScript.src)
const { page = 'chat' } = document.currentScript.dataset
const root = document.body.appendChild(document.createElement('floor-chat')).attachShadow({ mode: 'closed' })
const frame = document.createElement('iframe')
const panel = document.createElement('dialog')
const launcher = document.createElement('button')
const sheet = new CSSStyleSheet()
sheet.replaceSync(`
  dialog, button { position: fixed; inset: auto 1rem 1rem auto; padding: .75rem 1.25rem; font: inherit }
  dialog { display: flex; inset: 0; inline-size: 100%; block-size: 100dvh; padding: 0; border: 0 }
  dialog:not([open]) { visibility: hidden }
  iframe { flex: 1; border: 0 }`)
root.adoptedStyleSheets = [sheet]
const load = () => {
  if (!frame.src) frame.src = `${origin}/${page}`
}
launcher.textContent = 'Kysy neuvoa'
launcher.onpointerenter = load
launcher.onclick = () => {
  load()
  panel.showModal()
}
panel.append(frame)
root.append(panel, launcher)
if (!navigator.connection?.saveData) addEventListener('load', () => requestIdleCallback(load))
