/** The floor's next question: both stand in the page, and one takes the other's place. */
const [first, second] = document.querySelectorAll('section')
for (const [from, to] of [
  [first, second],
  [second, first],
])
  from.querySelector('button').onclick = () => {
    from.hidden = true
    to.hidden = false
    to.querySelector('h2').focus()
  }
