/** The floor of telling everybody: `ws` itself; what is posted is told to all who listen, written once. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end('ready')
  let text = ''
  request.on('data', (part) => {
    text += part
  })
  request.on('end', () => {
    const event = JSON.parse(text)
    const frame = JSON.stringify({ ...event, at: new Date().toISOString() })
    for (const client of sockets.clients) client.send(frame)
    response.end('told')
  })
})
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
server.listen(Number(process.env.PORT), 'localhost')
