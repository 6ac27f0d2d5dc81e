/** The floor of a start: Fastify with an open SQLite file and one address. */
import Database from 'better-sqlite3'
import Fastify from 'fastify'

const database = new Database(process.argv[2])
database.pragma('journal_mode = WAL')
const app = Fastify()
app.get('/readyz', async () => database.prepare('select 1 as ready').get())
await app.listen({ port: Number(process.env.PORT), host: 'localhost' })
