/**
 * Who gets what status, for every operation of the contract. Data: an operation that is not here fails the proof, and
 * so does a line here that no operation has.
 */
import { addDays, localTime } from '../../../server/promise/local-time.ts'
import { isWorkingDay } from '../../../server/promise/working-day.ts'

export const ACTORS = [
  'nobody',
  'resident', // with the code of the request that is asked for
  'wrong code', // of another request, which does exist
  'coordinator', // of the north
  'elsewhere', // a coordinator of the south
  'lead',
  'editor',
  'admin',
  'auditor',
  'disabled', // a coordinator of the north who was signed in when it happened
  'ended', // a coordinator of the north who has signed out
  'stranger', // a lead of the other organisation, signed in there
  'no header', // the coordinator, with the resident's code too, from our page but without `x-kynnys`
  'other page', // the same, with the header, from a page that is not ours
] as const
export type Actor = (typeof ACTORS)[number]

/** Whose request is asked for; the columns of a rule about one request, in this order. */
export const OBJECTS = ['north', 'south', 'other organisation', 'erased', 'unknown'] as const
export type Asked = (typeof OBJECTS)[number]

/** Statuses by actor: one for every object, or one alone where nothing is asked for by its id. */
type Statuses = Record<Actor, string>
export type Rule = {
  statuses: Statuses
  /** written down when it is denied */
  action?: string
  /** whose denial is written down, where it is not that of requests */
  denied?: readonly Actor[]
  /** acts of the same person that come first where it is allowed */
  after?: string[]
  /** those acts are of whoever looks after the area, not of the same person */
  byAnother?: true
  body?: object
}

const everybody = (status: string) => Object.fromEntries(ACTORS.map((actor) => [actor, status])) as Statuses

const OPEN: Rule = { statuses: everybody('200') }

const CODE_READ = {
  ...everybody('404 404 404 404 404'),
  resident: '200 200 404 410 404',
  'no header': '200 200 404 410 404',
  'other page': '200 200 404 410 404',
}
const REFUSED = '403 403 403 403 403'
/** A resident's program sends no header of ours; a browser on another page tells its origin. */
const CODE_WRITE = { ...CODE_READ, 'other page': REFUSED }
const withdrawn = (statuses: string) => statuses.replaceAll('200', '204')

const SIGNED_OUT = '401 401 401 401 401'
const OUT_OF_REACH = '404 404 404 404 404'
const DESK_READ: Statuses = {
  nobody: SIGNED_OUT,
  resident: SIGNED_OUT,
  'wrong code': SIGNED_OUT,
  coordinator: '200 404 404 404 404',
  elsewhere: '404 200 404 404 404',
  lead: '200 200 404 404 404',
  editor: OUT_OF_REACH,
  admin: OUT_OF_REACH,
  auditor: OUT_OF_REACH,
  disabled: SIGNED_OUT,
  ended: SIGNED_OUT,
  stranger: SIGNED_OUT,
  'no header': '200 404 404 404 404',
  'other page': '200 404 404 404 404',
}
const DESK_ACT = { ...DESK_READ, 'no header': REFUSED, 'other page': REFUSED }
const LEAD_ACT = { ...DESK_ACT, coordinator: OUT_OF_REACH, elsewhere: OUT_OF_REACH }

const act = (action: string, after: string[], body?: object): Rule => ({
  statuses: DESK_ACT,
  action: `denied:request.${action}`,
  after,
  ...(body && { body }),
})

const tomorrow = addDays(localTime(Date.now()).day, 1)
const working = Array.from({ length: 14 }, (_, ahead) => addDays(tomorrow, ahead)).find(isWorkingDay)
const VISIT = { day: working, from: '09:00', to: '12:00' }

const WHO: Statuses = {
  ...everybody('401'),
  ...{ coordinator: '200', elsewhere: '200', lead: '200', editor: '200', admin: '200', auditor: '200' },
  ...{ 'no header': '200', 'other page': '200' },
}
const QUEUE = { ...WHO, editor: '403', admin: '403', auditor: '403' }
/** Of many requests at once, in the north. */
const NO_LEADS = ['coordinator', 'elsewhere', 'editor', 'admin', 'auditor'] as const
const NO_FINDERS = ['editor', 'admin', 'auditor'] as const
const JUDGE = { ...QUEUE, coordinator: '403', elsewhere: '403', 'no header': '403', 'other page': '403' }
/** What is one’s own, whoever asks for a queue has it. */
const own = () =>
  Object.fromEntries(ACTORS.map((actor) => [actor, SEARCH[actor].replace('200', '204')])) as Statuses
/** Whoever works with requests answers calls. */
const assisting = () =>
  Object.fromEntries(ACTORS.map((actor) => [actor, SEARCH[actor].replace('200', '201')])) as Statuses
const SEARCH = { ...QUEUE, 'no header': '403', 'other page': '403' }

const SIGN_IN = { ...WHO, ended: '200', 'no header': '403', 'other page': '403' }
const SIGN_OUT = {
  ...everybody('401'),
  ...{ coordinator: '204', elsewhere: '204', lead: '204', editor: '204', admin: '204', auditor: '204' },
  ...{ 'no header': '403', 'other page': '403' },
}
/** Of a role alone: an admin's answer, and everybody else's denial. */
const ADMIN_READ: Statuses = {
  ...everybody('401'),
  ...{ coordinator: '403', elsewhere: '403', lead: '403', editor: '403', auditor: '403', admin: '200' },
  ...{ 'no header': '403', 'other page': '403' },
}
const AT_WORK: readonly Actor[] = ['coordinator', 'elsewhere', 'lead', 'editor', 'auditor']
const adminMay = (action: string, status: string, body?: object): Rule => ({
  statuses: { ...ADMIN_READ, admin: status },
  action: `denied:${action}`,
  denied: AT_WORK,
  ...(body && { body }),
})
const adminReads = (action: string, status = '200'): Rule => ({
  ...adminMay(action, status),
  denied: [...AT_WORK, 'no header', 'other page'],
})
const place = (status: string, body?: object) => adminMay('area.manage', status, body)
const staff = (status: string, body?: object) => adminMay('staff.manage', status, body)
const NOW = { validFrom: localTime(Date.now()).day }
const END = { validTo: '2099-12-31' }
const PLACE = '/api/admin/place'
const STAFF = '/api/admin/staff'
/** Nobody of that id works here, and what others still need does not end. */
const ADMINISTRATION: Record<string, Rule> = {
  [`get ${PLACE}`]: adminReads('area.manage'),
  [`get ${PLACE}/calendar`]: adminReads('area.manage'),
  [`get ${PLACE}/promises`]: adminReads('area.manage'),
  'get /api/admin/changes': adminReads('area.manage'),
  [`get ${PLACE}/numbers`]: adminReads('area.manage'),
  [`post ${PLACE}/numbers/{number}/checked`]: place('200', { reached: true }),
  [`put ${PLACE}/organisation`]: place('200', {}),
  [`put ${PLACE}/areas/{area}`]: place('200', NOW),
  [`post ${PLACE}/areas/{area}/end`]: place('400', END),
  [`put ${PLACE}/municipalities/{municipality}`]: place('200', NOW),
  [`post ${PLACE}/municipalities/{municipality}/end`]: place('400', END),
  [`put ${PLACE}/stations/{station}`]: place('200', NOW),
  [`post ${PLACE}/stations/{station}/end`]: place('200', END),
  [`put ${PLACE}/hours/{station}`]: place('200', NOW),
  [`post ${PLACE}/hours/{station}/end`]: place('200', END),
  [`put ${PLACE}/lanes/{lane}`]: place('200', NOW),
  [`post ${PLACE}/lanes/{lane}/end`]: place('400', END),
  [`put ${PLACE}/lines/{line}`]: place('200', NOW),
  [`post ${PLACE}/lines/{line}/end`]: place('400', END),
  [`put ${PLACE}/duty/{area}/{person}`]: place('400', { ...NOW, kind: 'own' }),
  [`post ${PLACE}/duty/{area}/{person}/end`]: place('404', END),
  [`put ${PLACE}/closures/{closure}`]: place('200', { from: '2099-01-01', to: '2099-01-02' }),
  [`delete ${PLACE}/closures/{closure}`]: place('200'),
  [`put ${PLACE}/absences/{person}/{from}`]: place('400', { to: '2099-01-02' }),
  [`delete ${PLACE}/absences/{person}/{from}`]: place('404'),
  [`get ${STAFF}`]: adminReads('staff.manage'),
  [`post ${STAFF}`]: staff('200', {
    ...{ person: '0198a000-0000-7000-8000-000000000001', username: 'new', name: 'New One', title: '' },
    roles: ['editor'],
  }),
  [`get ${STAFF}/{person}/sessions`]: adminReads('staff.manage', '404'),
  [`post ${STAFF}/{person}/disable`]: staff('404'),
  [`post ${STAFF}/{person}/enable`]: staff('404'),
  [`post ${STAFF}/{person}/end-sessions`]: staff('404'),
  [`post ${STAFF}/{person}/reset`]: staff('404'),
  [`put ${STAFF}/{person}`]: staff('404', { name: 'New One', title: '' }),
  [`put ${STAFF}/{person}/roles`]: staff('404', { roles: ['editor'] }),
}

/** Asked for as a page and not as a socket: nobody finds it. */
const NO_SOCKET = Object.fromEntries(
  ACTORS.map((actor) => [actor, WHO[actor].replace('200', '404')]),
) as Statuses

export const RULES: Record<string, Rule> = {
  'get /': OPEN,
  'get /widget.js': OPEN,
  'get /embed': OPEN,
  'get /desk': { statuses: everybody('308') },
  'get /desk/': OPEN,
  'get /chat/{language}': OPEN,
  'get /chat/{language}/advice': OPEN,
  'get /chat/{language}/advice/{item}': OPEN,
  'get /chat/{language}/request': OPEN,
  'get /healthz': OPEN,
  'get /readyz': OPEN,
  // without a token it is not there
  'get /metrics': { statuses: everybody('404') },
  'get /.well-known/security.txt': { statuses: everybody('404') },
  'get /sitemap.xml': { statuses: everybody('404') },
  'get /robots.txt': { statuses: everybody('404') },
  'get /api/openapi.json': OPEN,
  'get /api/content/{language}': OPEN,
  'get /api/content/{revision}/{part}.json': OPEN,
  'get /api/promises': OPEN,
  'post /api/callback-requests': { statuses: { ...everybody('201'), 'other page': '403' } },
  'get /api/callback-requests/{id}': { statuses: CODE_READ },
  'patch /api/callback-requests/{id}': { statuses: CODE_WRITE, body: { contact: { window: 'morning' } } },
  'post /api/callback-requests/{id}/proof': { statuses: CODE_WRITE, body: { nonce: '0' } },
  'delete /api/callback-requests/{id}': {
    statuses: {
      ...CODE_WRITE,
      resident: withdrawn(CODE_WRITE.resident),
      'no header': withdrawn(CODE_WRITE['no header']),
    },
  },
  'post /api/session': { statuses: SIGN_IN },
  'get /api/session': { statuses: WHO },
  'delete /api/session': { statuses: SIGN_OUT },
  'delete /api/session/everywhere': { statuses: SIGN_OUT },
  'post /api/session/password': {
    statuses: SIGN_OUT,
    body: { old: 'correct-horse-battery', next: 'correct-horse-battery' },
  },
  ...ADMINISTRATION,
  'get /desk/assisted/{language}': { statuses: QUEUE, action: 'denied:request.assist' },
  'post /api/desk/assisted-requests': {
    statuses: assisting(),
    action: 'denied:request.assist',
    denied: NO_FINDERS,
  },
  'get /api/desk/queue': { statuses: QUEUE, action: 'denied:queue.read' },
  'get /api/desk/aside': { statuses: QUEUE, action: 'denied:queue.read' },
  'get /api/desk/aside/{area}': { statuses: { ...QUEUE, elsewhere: '404' }, action: 'denied:queue.read' },
  'post /api/desk/aside/{area}/doubt': {
    statuses: JUDGE,
    action: 'denied:aside.judge',
    denied: NO_LEADS,
    body: { until: '2026-11-24T10:00:00Z' },
  },
  'post /api/desk/aside/{area}/believe': {
    statuses: JUDGE,
    action: 'denied:aside.judge',
    denied: NO_LEADS,
  },
  'get /api/desk/views': { statuses: QUEUE, action: 'denied:queue.read' },
  'put /api/desk/views/{view}': {
    statuses: own(),
    action: 'denied:queue.read',
    denied: NO_FINDERS,
    body: { name: 'Aamu', lens: 'waiting', filters: {} },
  },
  'delete /api/desk/views/{view}': {
    statuses: own(),
    action: 'denied:queue.read',
    denied: NO_FINDERS,
  },
  'put /api/desk/settings': {
    statuses: own(),
    action: 'denied:queue.read',
    denied: NO_FINDERS,
    body: { rows: 'dense', keys: true },
  },
  'post /api/practice': {
    statuses: own(),
    action: 'denied:queue.read',
    denied: NO_FINDERS,
  },
  'post /api/desk/search': {
    statuses: SEARCH,
    action: 'denied:request.find',
    denied: NO_FINDERS,
    body: { text: 'Salainen' },
  },
  'get /api/desk/archive': { statuses: QUEUE, action: 'denied:request.find' },
  'get /api/desk/statistics': {
    statuses: JUDGE,
    action: 'denied:figures.read',
    denied: [...NO_LEADS, 'no header', 'other page'],
  },
  'post /api/desk/statistics/export': {
    statuses: JUDGE,
    action: 'denied:figures.read',
    denied: NO_LEADS,
    body: {},
  },
  'post /api/desk/statistics/what-if': {
    statuses: JUDGE,
    action: 'denied:figures.read',
    denied: NO_LEADS,
    body: { people: 4 },
  },
  'get /api/desk/live': { statuses: NO_SOCKET },
  'get /api/desk/requests/{id}': { statuses: DESK_READ, action: 'denied:request.read' },
  'get /api/desk/requests/{id}/readings': { statuses: DESK_READ, action: 'denied:request.readings' },
  'post /api/desk/requests/{id}/copied': {
    statuses: {
      ...DESK_ACT,
      coordinator: withdrawn(DESK_ACT.coordinator),
      elsewhere: withdrawn(DESK_ACT.elsewhere),
      lead: withdrawn(DESK_ACT.lead),
    },
    action: 'denied:request.copied',
  },
  'post /api/desk/requests/{id}/take': act('take', []),
  'post /api/desk/requests/{id}/release': act('release', ['take']),
  'post /api/desk/requests/{id}/reached': act('reached', ['take']),
  'post /api/desk/requests/{id}/unreachable': act('unreachable', ['take', 'attempts']),
  'post /api/desk/requests/{id}/attempts': act('attempt', ['take'], { way: 'call', result: 'wrong-number' }),
  'post /api/desk/requests/{id}/close': act('close', ['take'], { outcome: 'other', recorded: false }),
  'post /api/desk/requests/{id}/transfer': act('transfer', [], { area: 'west' }),
  'post /api/desk/requests/{id}/visit': act('visit', ['take'], { station: 'laukaa', ...VISIT }),
  'post /api/desk/requests/{id}/notes': act('note', ['take'], { text: 'soitettu' }),
  'post /api/desk/requests/{id}/rang-back': act('rang-back', [], {}),
  'post /api/desk/requests/{id}/undo': act('undo', ['take', 'attempts'], {}),
  'post /api/desk/requests/{id}/free': {
    ...act('free', ['take']),
    statuses: LEAD_ACT,
    byAnother: true,
  },
  'post /api/desk/requests/{id}/plan': act('plan', ['take'], { steps: [], parties: [], version: 2 }),
  'post /api/desk/requests/{id}/reopen': act('reopen', ['take', 'close'], {}),
}

/** Who may listen on the live socket: 101, or the refusal before it. A browser's upgrade carries no header of ours. */
export const LISTEN: Statuses = { ...QUEUE, 'other page': '403' }

/** Operations that nobody has said a word about, and rules of operations that are not there. */
export function unruled(operations: string[], rules = RULES): { without: string[]; astray: string[] } {
  return {
    without: operations.filter((name) => !(name in rules)),
    astray: Object.keys(rules).filter((name) => !operations.includes(name)),
  }
}
