/** A step of the path in words, the same on the screen, on paper and in the file. */
import type { AdviceItem } from '#core/flow/definition.ts'
import { byWhen } from '#core/say/time.ts'
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
  linkLang: string | undefined
  /** the site where the number stands that the text sends people to */
  number: string | undefined
}

/** The official page of an item in this language, else in Finnish. */
export const linkOf = (speech: Speech, item: AdviceItem | undefined) =>
  item?.link?.[speech.lang] ?? item?.link?.fi

/** The language of that page where it is another than the reader’s. */
export const linkLangOf = (speech: Speech, item: AdviceItem | undefined) =>
  item?.link && !item.link[speech.lang] ? 'fi' : undefined

/** A name of a page as people say it. */
export const siteOf = (link: string) => new URL(link).hostname.replace('www.', '')

/** Where the number stands that nobody has verified here; nothing when the text has it. */
export function numberOf(speech: Speech, item: AdviceItem | undefined): string | undefined {
  const link = linkOf(speech, item)
  return item?.number === 'page' && link
    ? speech.t('widget:advice.number', { site: siteOf(link) })
    : undefined
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
      link: undefined,
      linkLang: undefined,
      number: undefined,
    }
  }
  const { id, item } = step
  const office = item && speech.t(`widget:provider.${item.provider}`)
  return {
    title: speech.t(`advice:${id}.title`),
    short: speech.t('widget:path.short', {
      when,
      who: office ? speech.t('widget:owner.with', { office }) : speech.t('widget:owner.you'),
    }),
    owner: speech.t(item?.kind === 'guidance' ? 'widget:path.owner.helped' : 'widget:path.owner.you'),
    situation: speech.t(`advice:${id}.situation`),
    parts: partsOf(speech, `advice:${id}`),
    link: linkOf(speech, item),
    linkLang: linkLangOf(speech, item),
    number: numberOf(speech, item),
  }
}
