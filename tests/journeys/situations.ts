/** Six people whom the chat must serve in every language: what they answer, how they are reached, what the desk must show. */
import type { Case } from '#core/flow/definition.ts'
import { loadCases } from '../support/content.ts'
import type { Voice } from './speaking.ts'

/** Every label and option by the key of its text; a `number` is of this person alone. */
export type Fill = { label: string; text: string } | { legend: string; option: string } | { number: string }

export type Situation = {
  name: string
  /** the described situation whose answers these are, and where it ends */
  of: Case
  /** in the order of the form */
  form: Fill[]
  /** in the person’s own language */
  ownWords: Record<string, string>
  /** what a coordinator must read in the opened request, in the language of the desk */
  desk: (voice: Voice) => string[]
  /** the number is shown only to one who has read when it is safe to call */
  guarded?: true
}

const cases = loadCases()
const of = (id: string): Case => {
  const found = cases.find((one) => one.id === id)
  if (!found) throw new Error(`No described situation ${id}`)
  return found
}
const phone = { number: 'widget:form.phone' }

const SAFE_WHEN = '9–12'

export const SITUATIONS: Situation[] = [
  {
    name: 'one clear need',
    of: of('knows-what-to-do'),
    form: [
      phone,
      { label: 'widget:form.name', text: 'Kaisa' },
      { legend: 'widget:form.window', option: 'say:window.morning' },
    ],
    ownWords: {
      fi: 'Vuokra nousi, palkka ei.',
      sv: 'Hyran steg, men inte lönen.',
      en: 'The rent went up. My pay did not.',
    },
    desk: ({ t }) => ['Kaisa', t('say:window.morning'), t('guidance:needs.options.housing')],
  },
  {
    name: 'three needs',
    of: of('everything-at-once'),
    form: [{ legend: 'widget:form.way', option: 'widget:way.text' }, phone],
    ownWords: {
      fi: 'En tiedä enää, kenelle soittaa mistäkin.',
      sv: 'Jag vet inte längre vem jag ska ringa om vad.',
      en: 'I no longer know who to call about what.',
    },
    desk: ({ t }) => [
      t('say:way.text'),
      ...['daily-life', 'money', 'housing'].map((need) => t(`guidance:needs.options.${need}`)),
      t('segments:many-services.name'),
    ],
  },
  {
    name: 'a near one',
    of: of('mother-at-home-alone'),
    form: [
      { legend: 'widget:form.known', option: 'widget:form.known.yes' },
      { legend: 'widget:form.whom', option: 'widget:form.whom.near-one' },
      { number: 'widget:form.theirPhone' },
      { legend: 'widget:form.safe', option: 'widget:form.safe.yes' },
      { legend: 'widget:form.message', option: 'widget:form.message.yes' },
      { label: 'widget:form.theirName', text: 'Elsa' },
    ],
    ownWords: {
      fi: 'Äiti on kaatunut kahdesti tänä syksynä.',
      sv: 'Mamma har fallit två gånger i höst.',
      en: 'My mother has fallen twice this autumn.',
    },
    desk: ({ t }) => ['Elsa', t('desk:contact.nearOneKnows'), t('segments:fast-track.name')],
  },
  {
    name: 'violence at home',
    guarded: true,
    of: of('fear-told-quietly'),
    form: [
      { legend: 'widget:form.safe', option: 'widget:form.safe.no' },
      { label: 'widget:form.safeWords', text: SAFE_WHEN },
      { legend: 'widget:form.message', option: 'widget:form.message.no' },
      phone,
    ],
    ownWords: {
      fi: 'Pelkään illalla. Lapset ovat kotona.',
      sv: 'Jag är rädd på kvällen. Barnen är hemma.',
      en: 'I am afraid in the evening. The children are at home.',
    },
    desk: ({ t }) => [
      t('desk:safety.onlyWhen'),
      SAFE_WHEN,
      t('desk:safety.noMessage'),
      t('say:message.no'),
      t('family-children:trouble.options.fear'),
      t('segments:safety.name'),
    ],
  },
  {
    name: 'does not know at all',
    of: of('knows-nothing-at-all'),
    form: [
      { legend: 'widget:form.way', option: 'widget:way.shared-phone' },
      phone,
      { legend: 'widget:form.other', option: 'widget:form.other.ask-for-me' },
    ],
    ownWords: { fi: 'En saa unta.', sv: 'Jag kan inte sova.', en: 'I cannot sleep.' },
    desk: ({ t }) => [
      t('desk:mark.dontKnow', { count: 6 }),
      t('desk:signal.means', { count: 6 }),
      t('desk:safety.ifOther.ask-for-me'),
      t('desk:row.noMunicipality'),
    ],
  },
  {
    name: 'out of area',
    of: of('lives-in-jyvaskyla'),
    form: [phone],
    ownWords: {
      fi: 'Numeroa ei löytynyt mistään.',
      sv: 'Jag hittade inte numret någonstans.',
      en: 'I could not find the number anywhere.',
    },
    desk: ({ t }) => [t('guidance:municipality.options.elsewhere')],
  },
]
