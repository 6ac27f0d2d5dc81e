/** “Save the conversation” (Act 306/2019, section 6 a): shows what is saved, then a file, the clipboard or paper. */
import { useRef, useState } from 'preact/hooks'
import { Apart } from '../parts/apart.tsx'
import { copied, mark, printed } from '../parts/clipboard.ts'
import { download } from '../parts/download.ts'
import { useRoom } from '../state/context.ts'
import { asText, type Item, type Saved, savedOf, type Talked } from './saved.ts'

/** A name that tells whoever sees the device nothing of the matter. */
const fileName = (on: string) => `kynnys-${on}.txt`

const ItemOf = ({ item: { head, lines } }: { item: Item }) => (
  <li>
    <b>{head}</b>
    {lines.map((line) => (
      <span key={line}>{line}</span>
    ))}
  </li>
)

/** What is saved, on the screen and on paper. */
function Paper({ saved: { title, intro, parts }, label }: { saved: Saved; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
    <section class="paper" tabIndex={0} aria-label={label}>
      <p>
        <b>{title}</b>
      </p>
      {intro.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {parts.map(({ title: name, items, numbered }) => {
        const List = numbered ? 'ol' : 'ul'
        return (
          <div key={name}>
            <h4>{name}</h4>
            <List>
              {items.map((item) => (
                <ItemOf key={item.head} item={item} />
              ))}
            </List>
          </div>
        )
      })}
    </section>
  )
}

function Panel({ talked }: { talked: Talked }) {
  const { place } = useRoom().island
  const { speech, on, sent } = talked
  const [withCode, setWithCode] = useState(false)
  const [said, setSaid] = useState('')
  const facts = sent && { ...sent, code: withCode ? sent.code : undefined }
  const saved = savedOf({ ...talked, sent: facts }, place)
  const panel = useRef<HTMLDivElement>(null)
  const copy = async () => {
    const could = await copied(asText(saved))
    if (!could) mark(panel.current?.querySelector('.paper'))
    setSaid(could ? 'copied' : 'notCopied')
  }
  const print = () => setSaid(printed() ? '' : 'notPrinted')
  const file = () => {
    download(asText(saved), fileName(on), 'plain')
    setSaid('downloaded')
  }
  return (
    <div class="inside" ref={panel}>
      <p>{speech.t('widget:save.text')}</p>
      {sent?.code && (
        <label class="row">
          <input
            type="checkbox"
            checked={withCode}
            onChange={({ currentTarget }) => setWithCode(currentTarget.checked)}
          />
          <span>{speech.t('widget:save.code')}</span>
        </label>
      )}
      <Paper saved={saved} label={speech.t('widget:save.shown')} />
      <p class="notice">{speech.t('widget:save.shared')}</p>
      <div class="actions">
        <button type="button" class="second" onClick={file}>
          {speech.t('widget:save.file')}
        </button>
        <button type="button" class="second" onClick={() => void copy()}>
          {speech.t('widget:save.copy')}
        </button>
        <button type="button" class="second" onClick={print}>
          {speech.t('widget:save.print')}
        </button>
      </div>
      <p role="status">{said && <span key={said}>{speech.t(`widget:save.${said}`)}</span>}</p>
    </div>
  )
}

export function Save(talked: Talked) {
  const [open, setOpen] = useState(false)
  return (
    <details class="save" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{talked.speech.t('widget:save.title')}</summary>
      {open && (
        <Apart>
          <Panel talked={talked} />
        </Apart>
      )}
    </details>
  )
}
