/** A line on which somebody sends what they like, as slowly as they like. */
import { connect, type Socket } from 'node:net'

export type SlowLine = { socket: Socket; text: () => string; closed: () => boolean }

export function line(port: number, send: string): SlowLine {
  const socket = connect(port, '127.0.0.1', () => socket.write(send))
  let text = ''
  let closed = false
  socket.on('data', (bytes) => {
    text += bytes
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    closed = true
  })
  return { socket, text: () => text, closed: () => closed }
}
