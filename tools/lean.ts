/**
 * Leaves out of the app what our rooms never use of a library. Of i18next: its messages to developers, which speak only in a debug
 * mode, its formats of numbers and dates inside texts and texts inside texts (a test sees to it that no text asks for one), and how it
 * would fetch words by itself, while ours are given to it. Of XState: actors, which call, wait, start others and are kept; a dialogue is stepped
 * through by `transition()`, which would make one for every step that never starts. It is given what such a one would say: nothing.
 */
import { type Plugin, parseAst } from 'vite'

type Node = {
  type?: string
  start: number
  end: number
  id?: { name: string } | null
  key?: { name?: string }
  params?: { name?: string }[]
  kind?: string
  value?: Node
  declarations?: Node[]
  init?: Node | null
  body?: Node & { body: Node[] }
  callee?: Node
  object?: Node
  property?: { name?: string }
}
type Cut = { start: number; end: number; put: string }

function* nodesIn(node: unknown): Generator<Node> {
  if (!node || typeof node !== 'object') return
  if (!Array.isArray(node)) yield node as Node
  for (const child of Object.values(node)) yield* nodesIn(child)
}

const SAID = ['warn', 'log', 'deprecate', 'once']
/** Is it `….logger.warn(…)` or a sister of it? */
const isSaid = ({ type, callee }: Node) =>
  type === 'CallExpression' &&
  callee?.object?.property?.name === 'logger' &&
  SAID.includes(callee.property?.name ?? '')

/** Methods by their class; what a function makes by its name; functions themselves by `''`. */
type Unused = Record<string, (name: string) => boolean>
const words = (text: string) => {
  const all = text.split(/\s+/)
  return (name: string) => all.includes(name)
}

/** How words are fetched (of `Connector` only its making stays), and what an instance could do besides speaking. */
const I18NEXT: Unused = {
  Connector: () => true,
  I18n: words(
    `loadNamespaces loadLanguages dir cloneInstance use getFixedT reloadResources setDefaultNamespace toJSON
    hydrate setResolvedLanguage loadResources hasLoadedNamespace`,
  ),
  LanguageUtil:
    words(`deprecateBareCode getScriptPartFromCode getLanguagePartFromCode formatLanguageCode isSupportedCode
    getBestMatchFromCodes`),
  Logger: words('clone once forward init log warn error deprecate'),
  ResourceStore: words(`addResource addResources removeResourceBundle hasResourceBundle getDataByLanguage
    hasLanguageSomeTranslations toJSON`),
  Translator: words('getUsedParamsDetails'),
  Interpolator: words('init reset resetRegExp nest'),
  PluralResolver: words('getPluralFormsOfKey getSuffixes needsPlural'),
  EventEmitter: words('once off on emit'),
  '': words('createProxy keysFromSelector'),
}

const XSTATE: Unused = {
  StateMachine: words(
    'provide resolveState getStateNodeById getPersistedSnapshot restoreSnapshot toJSON start microstep',
  ),
  StateNode: words('toJSON definition on'),
  '': words(`toObserver resolveReferencedActor createSpawner reportUnhandledError resolveCancel executeCancel
    resolveSpawn executeSpawn resolveStop executeStop unregisterRecursively machineSnapshotMatches machineSnapshotToJSON
    machineSnapshotHasTag machineSnapshotCan machineSnapshotGetMeta serializeHistoryValue getPersistedSnapshot persistContext
    resolveRaise executeRaise formatRouteTransitions getDelayedTransitions matchesState spawnChild stopChild
    resolveHistoryDefaultTransition transitionParallelNode transitionCompoundNode hasIntersection pathToStateValue resolveOutput`),
}

/** Where something is waited for or asked: the words are there already, and no step waits. */
const INSTEAD: Record<string, string> = {
  loadResources: '{callback(null)}',
  hasLoadedNamespace: '{return true}',
  getDelayedTransitions: '{return[]}',
}

/** What is never called keeps its name, which others mention, and loses what stands in it. */
function emptied(tree: Node[], unused: Unused): Cut[] {
  const within = ({ type, id, body }: Node): Node[] => {
    const isUnused = unused[id?.name ?? '']
    if (type === 'ClassDeclaration')
      return (body?.body ?? []).filter(
        ({ kind, key }) => (kind === 'method' || kind === 'get') && isUnused?.(key?.name ?? ''),
      )
    if (type !== 'FunctionDeclaration' || !isUnused) return []
    return [...nodesIn(body)].filter((one) => one.type === 'Property' && isUnused(one.key?.name ?? ''))
  }
  const named = tree.filter(({ id }) => unused['']?.(id?.name ?? ''))
  const functions = named.filter(({ type }) => type === 'FunctionDeclaration')
  const held = tree.flatMap(({ declarations = [] }) =>
    declarations.filter(({ id, init }) => init?.body && unused['']?.(id?.name ?? '')),
  )
  return [...functions, ...held, ...tree.flatMap(within)].flatMap(({ body, value, init, id, key }) => {
    const put = INSTEAD[id?.name ?? key?.name ?? ''] ?? '{}'
    const block: Node | undefined = (value ?? init)?.body ?? body
    return block?.type === 'BlockStatement' || block?.type === 'FunctionBody'
      ? [{ start: block.start, end: block.end, put }]
      : []
  })
}

/** @param cuts none of them in another @throws when there are none: the library is another by now */
function without(code: string, library: string, cuts: Cut[]): { code: string; map: null } {
  if (cuts.length === 0) throw new Error(`${library} has changed: look at tools/lean.ts`)
  let lean = code
  for (const { start, end, put } of cuts.sort((a, b) => b.start - a.start))
    lean = lean.slice(0, start) + put + lean.slice(end)
  return { code: lean, map: null }
}

/**
 * What is left of some methods where all words are of one language, under whole keys, and a value comes into a text as it is.
 * A test holds every text of every language to what the whole library says.
 */
const SHORT: Record<string, string> = {
  'LanguageUtil.toResolveHierarchy': '{return[code]}',
  'LanguageUtil.getFallbackCodes': '{return[]}',
  'Logger.create': '{return this}',
  'Connector.constructor': '{super()}',
  'ResourceStore.getResource':
    '{const texts=this.data[lng]?.[ns]??{};return Object.hasOwn(texts,key)?texts[key]:void 0}',
  'ResourceStore.addResourceBundle':
    '{const all=this.data[lng];this.addNamespaces(ns);all[ns]={...all[ns],...resources}}',
  'Interpolator.interpolate':
    "{return`${str}`.replace(/{{(.+?)}}/g,(all,name)=>Object.hasOwn(data,name=name.trim())?data[name]??'':all)}",
  'Translator.extendTranslation': '{return this.interpolator.interpolate(res,opt)}',
  'Translator.extractFromKey':
    "{const at=key.indexOf(':');return at<0?{key,namespaces:[].concat(this.options.defaultNS)}:{key:key.slice(at+1),namespaces:[key.slice(0,at)]}}",
  'I18n.changeLanguage':
    '{this.language=lng;this.languages=[lng];this.translator.changeLanguage(lng);callback()}',
}

function shortened(tree: Node[]): Cut[] {
  const methods = tree.flatMap(({ type, id, body }) =>
    type === 'ClassDeclaration'
      ? (body?.body ?? []).map(({ key, value }) => ({ name: `${id?.name}.${key?.name}`, body: value?.body }))
      : [],
  )
  const cuts = methods.flatMap(({ name, body }) => {
    const put = SHORT[name]
    return put && body ? [{ start: body.start, end: body.end, put }] : []
  })
  return cuts.length === Object.keys(SHORT).length ? cuts : []
}

/** Settings that nobody gave: those that are read where no other stands. */
const DEFAULTS = "({pluralSeparator:'_',contextSeparator:'_',interpolation:{}})"
const fewDefaults = (tree: Node[]): Cut[] =>
  tree
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ id }) => id?.name === 'get')
    .flatMap(({ init }) =>
      init?.body ? [{ start: init.body.start, end: init.body.end, put: DEFAULTS }] : [],
    )

/** What i18next is never told otherwise here (`widget/words/speech.ts`): what hangs on it is left out by the minifier. */
export const SETTLED: Record<string, string> = Object.fromEntries([
  ...`saveMissing updateMissing missingKeyHandler missingInterpolationHandler postProcess returnNull returnDetails
  joinArrays returnedObjectHandler parseMissingKeyHandler appendNamespaceToMissingKey appendNamespaceToCIMode preload
  supportedLngs nonExplicitSupportedLngs partialBundledLanguages fallbackNS lowerCaseLng cleanCode isClone detection
  keySeparator userDefinedKeySeparator initAsync missingKeyNoValueFallbackToKey ignoreJSONStructure`
    .split(/\s+/)
    .map((name) => [name, 'false']),
  ...['saveMissingPlurals', 'returnEmptyString'].map((name) => [name, 'true']),
  ['load', "'all'"],
  ...['nsSeparator', 'userDefinedNsSeparator'].map((name) => [name, "':'"]),
])

/** What is never plugged in, and what is never asked for beside a key. */
const NEVER = new Map<string | undefined, string[]>(
  Object.entries({
    modules: ['backend', 'languageDetector', 'i18nFormat', 'logger', 'formatter'],
    this: ['i18nFormat'],
    opt: `ordinal returnDetails lngs joinArrays returnObjects nsSeparator keySeparator nest interpolation
  postProcess contextSeparator`.split(/\s+/),
  }),
)

/** What stands in the place of a setting that is read; `undefined`: it is read as ever. */
function settledAs({ type, object, property, name }: Node & { name?: string }): string | undefined {
  const read = property?.name ?? ''
  if (type !== 'MemberExpression' || !object || name) return undefined
  const of =
    object.type === 'ThisExpression' ? 'this' : (object.property?.name ?? (object as { name?: string }).name)
  if (of === 'options' && object.type === 'MemberExpression') return SETTLED[read]
  return NEVER.get(of)?.includes(read) ? '(void 0)' : undefined
}

/** Each place where such a setting is read; where it is written, nothing is changed. */
function settled(tree: Node[]): Cut[] {
  const written = new Set([...nodesIn(tree)].map((node) => (node as { left?: Node }).left?.start))
  return [...nodesIn(tree)].flatMap((node) => {
    const { start, end } = node
    const put = settledAs(node)
    return put !== undefined && !written.has(start) ? [{ start, end, put }] : []
  })
}

const FORMATS = 'formatter = Formatter;'
export function leanI18next(code: string) {
  const tree = parseAst(code).body as unknown as Node[]
  const short = shortened(tree)
  const defaults = fewDefaults(tree)
  const methods = [...emptied(tree, I18NEXT), ...short, ...defaults]
  const said = [...nodesIn(tree)]
    .filter(isSaid)
    .filter(({ start: at }) => !methods.some(({ start, end }) => start < at && at < end))
    .map(({ start, end }) => ({ start, end, put: 'void 0' }))
  const at = code.indexOf(FORMATS)
  const formats = at < 0 ? [] : [{ start: at, end: at + FORMATS.length, put: '' }]
  const outside = ({ start: at }: Cut) =>
    ![...methods, ...said].some(({ start, end }) => start <= at && at < end)
  const settings = settled(tree).filter(outside)
  const all = [methods, short, defaults, said, formats, settings].every(({ length }) => length > 0)
  return without(code, 'i18next', all ? [...methods, ...said, ...formats, ...settings] : [])
}

/** Where an actor would be asked in the middle of a step: it starts nothing, keeps nothing and tells nobody. */
const NOBODY = `{return{self:{},defer(){},system:{_sendInspectionEvent(){}},actionExecutor(){}}}`

/** The scope of a step, made without an actor. */
function leanScope(code: string) {
  const tree = parseAst(code).body as unknown as Node[]
  const scope = tree.find(
    ({ type, id }) => type === 'FunctionDeclaration' && id?.name === 'createInertActorScope',
  )
  const cuts = scope?.body ? [{ start: scope.body.start, end: scope.body.end, put: NOBODY }] : []
  return without(code, 'XState (scope)', cuts)
}

/** A Vite plugin; the build fails when a library no longer looks as it did. */
export const lean = (): Plugin => ({
  name: 'lean',
  transform(code, id) {
    if (/i18next\/dist\/esm\/i18next\.js$/.test(id)) return leanI18next(code)
    if (/xstate\/dist\/xstate\.esm\.js$/.test(id)) return leanScope(code)
    const [, part] = /xstate\/dist\/(raise|StateMachine|assign)-\w+\.esm\.js$/.exec(id) ?? []
    if (!part) return undefined
    return without(code, `XState (${part})`, emptied(parseAst(code).body as unknown as Node[], XSTATE))
  },
})
