/** A step of the path in words, the same on the screen, on paper and in the file. */

import type { Services } from '#core/contract/promise.ts'
import type { AdviceItem } from '#core/flow/definition.ts'
import { siteOf } from '#core/say/link.ts'
import { byWhen } from '#core/say/time.ts'
import type { HelpLine } from '../help/phone-lines.ts'
import type { Estimate } from '../net/promises.ts'
import { fullText, offerText } from '../words/promised.ts'
import type { Speech } from '../words/speech.ts'
import type { PathStep } from './path.ts'

/** The parts of an advice item in order, and how their lines stand. */
export const PARTS = { how: 'ol', ready: 'ul', decides: 'p', appeal: 'p' } as const

type Part = { name: keyof typeof PARTS; text: string }
export type StepWords = {
  title: string
  /** when and with whom, in a few words */
  short: string
  /** whose step it is, in a sentence */
  owner: string
  situation: string | undefined
  parts: Part[]
  link: string | undefined
  /** the language of that page where it is another than the reader’s */
  linkLang: string | undefined
  /** the service that the text sends people to, where somebody has verified its number */
  line: HelpLine | undefined
  /** the same in words; else the site where the number stands */
  number: string | undefined
}

/** The service that an item sends people to, where somebody has verified its number. */
function lineOf(item: AdviceItem | undefined, services: Services | undefined): HelpLine | undefined {
  const id = item?.line
  const service = id && services?.[id]
  return service ? { id, ...service } : undefined
}

/**
 * The official page of an item in this language, else in Finnish, and whom to call; what is no address of a page is left out.
 * @param services whose number somebody has verified
 */
export function pageOf(speech: Speech, item: AdviceItem | undefined, services?: Services) {
  const own = item?.link?.[speech.lang]
  const link = [own, item?.link?.fi].find(siteOf)
  const line = lineOf(item, services)
  return {
    link,
    // a form of Finnish is Finnish
    linkLang: link === own || /^fi\b/.test(speech.lang) ? undefined : 'fi',
    line,
    // nobody has verified it here; when the text has it there is none to look for
    number: line
      ? ['name', 'when']
          .map((part) => `numbers:${line.id}.${part}`)
          .flatMap((key) => (speech.has(key) ? speech.t(key) : []))
          .concat(line.number)
          .join(' · ')
      : link && (item?.number ?? item?.line)
        ? speech.t('widget:advice.number', { site: siteOf(link) })
        : undefined,
  }
}

/** For whom an item is; nothing when it does not say. */
export function situationOf(speech: Speech, id: string) {
  const key = `advice:${id}.situation`
  return speech.has(key) ? speech.t(key) : undefined
}

/** The texts that an item or the call has; a part without words is left out. */
export function partsOf(speech: Speech, prefix: string): Part[] {
  const names = Object.keys(PARTS) as Part['name'][]
  return names.flatMap((name) => {
    const key = `${prefix}.${name}`
    return speech.has(key) ? [{ name, text: speech.t(key) }] : []
  })
}

function whenText(speech: Speech, { when }: PathStep, estimate: Estimate | undefined) {
  if (when !== 'promised') return speech.t(`widget:when.${when}`)
  if (estimate?.safeTime === 'words') return speech.t('widget:when.safe')
  if (!estimate) return offerText(speech, estimate)
  return estimate.promise ? byWhen(speech, estimate.promise) : speech.t('widget:when.full')
}

export function tell(speech: Speech, step: PathStep, estimate: Estimate | undefined): StepWords {
  const when = whenText(speech, step, estimate)
  if (step.owner === 'coordinator') {
    return {
      title: speech.t('widget:path.call.title'),
      short: speech.t('widget:path.short', { when, who: speech.t('widget:owner.coordinator') }),
      owner: speech.t('widget:path.call.owner'),
      situation: fullText(speech, estimate),
      parts: partsOf(speech, 'widget:path.call'),
      ...pageOf(speech, undefined),
    }
  }
  const { id, item } = step
  const provider = `widget:provider.${item?.provider}`
  const office = speech.has(provider) && speech.t(provider)
  return {
    title: speech.t(`advice:${id}.title`),
    short: speech.t('widget:path.short', {
      when,
      who: office ? speech.t('widget:owner.with', { office }) : speech.t('widget:owner.you'),
    }),
    owner: speech.t(item?.kind === 'guidance' ? 'widget:path.owner.helped' : 'widget:path.owner.you'),
    situation: situationOf(speech, id),
    parts: partsOf(speech, `advice:${id}`),
    ...pageOf(speech, item, estimate?.services),
  }
}
