/** Text of the locales: each line a paragraph, or an item of a list. Never HTML. */
type Props = { text: string; as?: 'p' | 'ol' | 'ul' }

export function Prose({ text, as = 'p' }: Props) {
  const lines = text.split('\n').filter((line) => line.trim())
  if (as === 'p' || lines.length < 2) return lines.map((line) => <p key={line}>{line}</p>)
  const List = as
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  )
}
