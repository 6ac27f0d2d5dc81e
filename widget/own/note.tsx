/** The conversation to go on with another day: a file on one's own device, and the way back from it. */
import { useState } from 'preact/hooks'
import type { Dialogue } from '#core/flow/definition.ts'
import { wholeDate } from '#core/say/day.ts'
import { download } from '../parts/download.ts'
import { useRoom } from '../state/context.ts'
import type { Talk } from '../state/conversation.ts'
import type { Speech } from '../words/speech.ts'
import { fitting, LARGEST, type NoteFile, nameOf, readNote, written } from './note-file.ts'

type Props = { talk: Talk; dialogue: Dialogue; speech: Speech }
type Said = 'saved' | 'foreign' | 'damaged' | 'large'

/** At the very beginning there is nothing to take along, and nothing to replace. */
const hasAnswers = ({ answers }: Talk) => Object.keys(answers).length > 0

/** What a file holds; nothing of what was answered is replaced before the button is pressed. */
function Found({ note, talk, dialogue, speech, onDone }: Props & { note: NoteFile; onDone: () => void }) {
  const { island } = useRoom()
  const { answers, left } = fitting(dialogue, note, talk.on)
  const number = Object.keys(answers).length
  const hidden = note.hidden.filter((danger) => island.dangers.includes(danger))
  const goOn = () => {
    talk.resume({ answers, hidden: [...new Set([...talk.hidden, ...hidden])], on: talk.on })
    onDone()
  }
  return (
    <div class="notice">
      <p>{speech.t('own:note.found', { day: wholeDate(speech, note.on), number })}</p>
      {left > 0 && <p>{speech.t('own:note.left', { number: left })}</p>}
      {hasAnswers(talk) && <p>{speech.t('own:note.instead')}</p>}
      <button type="button" class="first" onClick={goOn}>
        {speech.t('own:note.goOn')}
      </button>
    </div>
  )
}

export function Note(props: Props) {
  const { talk, speech } = props
  const { island } = useRoom()
  const [note, setNote] = useState<NoteFile>()
  const [said, setSaid] = useState<Said>()
  const { t } = speech
  const save = () => {
    download(written(talk, island.revision), nameOf(talk.on), 'json')
    setSaid('saved')
  }
  const open = async (file: File) => {
    const found = file.size > LARGEST ? 'large' : readNote(await file.text().catch(() => ''))
    setNote(typeof found === 'string' ? undefined : found)
    setSaid(typeof found === 'string' ? found : undefined)
  }
  return (
    <>
      <p>{t('own:note.text')}</p>
      <p class="notice">{t('own:note.shared')}</p>
      {hasAnswers(talk) && (
        <button type="button" class="second" onClick={save}>
          {t('own:note.save')}
        </button>
      )}
      <label class="file">
        {t('own:note.open')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) void open(file)
          }}
          // the same file may be chosen again
          onClick={({ currentTarget }) => {
            currentTarget.value = ''
          }}
        />
      </label>
      <p role="status">{said && <span key={said}>{t(`own:note.${said}`)}</span>}</p>
      {note && <Found {...props} note={note} onDone={() => setNote(undefined)} />}
    </>
  )
}
