/** What a server asked of the system, in order: its writes to the database's files, their fsyncs, and its answers. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Step =
  | { does: 'write'; file: string; at: number; bytes: Buffer }
  | { does: 'cut'; file: string; length: number }
  | { does: 'sync'; file: string }
  | { does: 'make' | 'remove'; file: string }
  | { does: 'answer'; text: string }

/** All in hexadecimal, each thread in a file of its own: no line is torn by another. */
export const straceWords = (strace: string, output: string): string[] => [
  strace,
  '-D', // the server stays our child and gets our signals
  '-ff',
  '-y',
  '-xx',
  '-s',
  '80000',
  '--seccomp-bpf',
  '-e',
  'trace=openat,write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,fsync,fdatasync,ftruncate,unlink',
  '-o',
  output,
]

/** Plain ASCII, as strace writes it with `-xx`. */
const hex = (text: string) => Buffer.from(text).toString('hex').replace(/../g, '\\x$&')
const bytesOf = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const QUOTED = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g

/** The strings of a line: buffers and paths. @throws when strace cut one short */
function stringsOf(line: string): Buffer {
  const parts = [...line.matchAll(QUOTED)]
  if (parts.some(([, , isCut]) => isCut)) throw new Error(`A text was cut short: ${line.slice(0, 200)}`)
  return Buffer.concat(parts.map(([, text = '']) => bytesOf(text)))
}

/** A call that the kill cut off has no result: the other end may still have heard the answer. */
const CALL = /^(\w+)\((.*?)(?: <unfinished \.\.\.>)?\)\s+= (-?\d+|\?)/
const OF_FILE = /^\d+<([^>]*)>/
const AN_ANSWER = hex('HTTP/1.1 ')

function stepOf(line: string, folder: string): Step | undefined {
  const [, call = '', words = '', result = ''] = CALL.exec(line) ?? []
  if (Number(result) < 0) return undefined
  const file = bytesOf(OF_FILE.exec(words)?.[1] ?? '').toString()
  if (call === 'openat' || call === 'unlink') {
    const opened = stringsOf(words).toString()
    if (!opened.startsWith(`${folder}/`)) return undefined
    if (call === 'unlink') return { does: 'remove', file: opened }
    return words.includes('O_CREAT') ? { does: 'make', file: opened } : undefined
  }
  if (file !== folder && !file.startsWith(`${folder}/`))
    return /^(write|writev|sendto|sendmsg)$/.test(call) && words.includes(AN_ANSWER)
      ? { does: 'answer', text: stringsOf(words).toString() }
      : undefined
  if (call === 'fsync' || call === 'fdatasync') return { does: 'sync', file }
  if (call === 'ftruncate') return { does: 'cut', file, length: Number(words.split(', ').at(-1)) }
  if (call !== 'pwrite64') throw new Error(`Nobody taught us what ${call} does to a file of the database.`)
  const bytes = stringsOf(words)
  if (bytes.length !== Number(result)) throw new Error(`Written in part: ${line.slice(0, 200)}`)
  return { does: 'write', file, at: Number(words.split(', ').at(-1)), bytes }
}

/**
 * @param prefix of the files that strace wrote
 * @param folder that holds the database alone
 * @throws when more than one thread wrote there: their order would not be known
 */
export function readTrace(prefix: string, folder: string): Step[] {
  const names = readdirSync(path.dirname(prefix)).filter((name) => name.startsWith(path.basename(prefix)))
  const inFolder = hex(folder)
  const writers = names
    .map((name) => readFileSync(path.join(path.dirname(prefix), name), 'latin1'))
    .filter((text) => text.includes(inFolder))
  const [text, ...others] = writers
  if (text === undefined || others.length > 0)
    throw new Error(`${writers.length} threads wrote to the database`)
  return text.split('\n').flatMap((line) => stepOf(line, folder) ?? [])
}

/** The last line that strace writes of a thread. */
export const isComplete = (prefix: string): boolean =>
  readdirSync(path.dirname(prefix))
    .filter((name) => name.startsWith(path.basename(prefix)))
    .every((name) =>
      / \+\+\+\n$|^\+\+\+.*\n$/.test(
        readFileSync(path.join(path.dirname(prefix), name), 'latin1').slice(-200),
      ),
    )
