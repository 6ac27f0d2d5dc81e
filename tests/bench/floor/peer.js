/** The best peer, deep-chat, fetched when the launcher is pressed: its own component on the host page, no frame. */
const launcher = document.body.appendChild(document.createElement('button'))
const { question } = document.currentScript.dataset
launcher.textContent = 'Kysy neuvoa'
launcher.style.cssText = 'position: fixed; inset: auto 1rem 1rem auto; padding: .75rem 1.25rem; font: inherit'
launcher.onclick = async () => {
  await import('/deepChat.bundle.js')
  const chat = document.createElement('deep-chat')
  chat.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%'
  chat.history = [{ role: 'ai', text: question }]
  document.body.append(chat)
}
