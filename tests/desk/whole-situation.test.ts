/** The whole situation on one card: what the person said, in the order in which one prepares a call. */
import { describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { brokenDesk } from '../support/broken.ts'
import { loadWords } from '../support/content.ts'
import { long, longDescribe } from '../support/long.ts'
import { button, openRow, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, enterDesk } = withDesk()

/** Words of the conversation, so that an editor may change them. */
const { guidance = {}, money = {} } = loadWords()
const option = (step: string, id: string) => guidance[`${step}.options.${id}`] ?? ''

const opened = async (one: OpenRequest) => {
  arrive(one)
  const page = await enterDesk()
  await openRow(page, one)
  return page
}
const answer = (address: string, value: unknown): OpenRequest['answers'][number] => {
  const [need, step] = address.includes('/') ? address.split('/') : [undefined, address]
  return { address, flow: need ?? 'guidance', step: step ?? '', ...(need && { need }), value }
}
const answers = (values: Record<string, unknown>) =>
  Object.entries(values).map(([address, value]) => answer(address, value))

const lifeAreas = ['mood-crisis', 'money', 'housing', 'daily-life', 'debts']
const values = {
  strip: [],
  needs: lifeAreas,
  asker: 'relative',
  'mood-crisis/coping': 4,
  'money/coping': 2,
  'money/trouble': ['bills-debts', 'income-stopped'],
  'housing/coping': 'dontKnow',
  'daily-life/coping': 1,
  changes: ['left-hospital', 'near-one-died'],
  helpers: ['near-one', 'service'],
  services: 'four-or-more',
  age: 'dontKnow',
  'when-needed': 'today',
  municipality: '410',
  matters: 'Lapset.\nEttä saan nukkua.',
  works: 'Työ sujuu.',
  goal: 'Joku lukisi kirjeet kanssani.',
}
const whole = (more: Partial<OpenRequest> = {}) =>
  request({
    row: { lifeAreas, attention: ['many-services', 'transition'] },
    more: { answers: answers(values), ...more },
  })

describe('the needs map', () => {
  it('has the hardest first, what is not known among the hard ones, what was not asked last', async () => {
    const page = await opened(whole())
    expect(await page.locator('.needs li > strong').allInnerTexts()).toEqual(
      ['daily-life', 'money', 'housing', 'mood-crisis', 'debts'].map((need) => option('needs', need)),
    )
  })

  it('says each step in words, with what was said of it, and adds nothing up', async () => {
    const page = await opened(whole())
    const needs = page.locator('.needs li')
    expect(await needs.nth(0).innerText()).toContain('Hän ei selviä ilman apua')
    expect(await needs.nth(1).innerText()).toContain('On usein vaikeaa')
    expect(await needs.nth(1).innerText()).toContain(money['trouble.options.income-stopped'])
    expect(await needs.nth(4).innerText()).toContain('Ei tiedossa, miten tämä sujuu')
    expect(await page.locator('.needs').innerText()).not.toMatch(/\d/)
    expect(await page.locator('.place').first().getAttribute('aria-hidden')).toBe('true')
  })
})

longDescribe('what already is', () => {
  it('names who asks, who helps, what has changed and when it must be handled', async () => {
    const page = await opened(whole())
    const fact = (step: string) => page.locator(`[data-step="${step}"]`).innerText()
    expect(await fact('asker')).toContain(option('asker', 'relative'))
    expect(await fact('helpers')).toContain(option('helpers', 'near-one_relative'))
    expect(await fact('changes')).toContain(
      `${option('changes', 'left-hospital')}, ${option('changes', 'near-one-died')}`,
    )
    expect(await fact('when-needed')).toContain(option('when-needed', 'today'))
    expect(await fact('age')).toContain('En tiedä')
    // asked with the request, and said by its name as everywhere
    expect(await page.locator('.line', { hasText: 'Kunta' }).locator('dd').innerText()).toBe('Laukaa')
  })

  it('begins with what matters, what works already and one small step, verbatim and in their language', async () => {
    const page = await opened(request({ row: { language: 'sv' }, more: { answers: answers(values) } }))
    const facts = page.locator('[data-step]')
    const steps = await facts.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.step))
    expect(steps.slice(0, 4)).toEqual(['matters', 'works', 'goal', 'asker'])
    const said = facts.first().locator('dd')
    expect(await said.textContent()).toBe(values.matters)
    expect(await said.getAttribute('lang')).toBe('sv')
    // what was chosen is said in the desk’s own language
    expect(await facts.nth(3).locator('dd').getAttribute('lang')).toBe(null)
  })

  it('tells of what a caller must know that it was not asked', async () => {
    const { helpers: _, ...rest } = values
    const page = await opened(whole({ answers: answers(rest) }))
    expect(await page.locator('[data-step="helpers"]').innerText()).toContain('Ei kysytty')
  })
})

describe('“En tiedä”', () => {
  it('is a signal: how many times, to what, and what it asks of the caller', async () => {
    const page = await opened(whole())
    const signal = page.locator('.part-signal')
    await signal.getByText('Asukas vastasi ”En tiedä” 2 kysymykseen').waitFor()
    await signal.getByText('Kuuntele ensin').waitFor()
    expect(await signal.innerText()).toContain(option('needs', 'housing'))
  })

  long('is no signal when it was never said', async () => {
    const page = await opened(whole({ answers: answers({ needs: ['money'], 'money/coping': 3 }) }))
    expect(await page.locator('.part-signal').count()).toBe(0)
  })
})

longDescribe('a mark of attention', () => {
  it('stands with the answers that raised it', async () => {
    const because = [{ address: 'services', value: 'four-or-more' }]
    const attention = [
      { id: 'many-services', because },
      { id: 'transition', because: [{ address: 'changes', value: ['left-hospital'] }] },
    ]
    const page = await opened(whole({ attention }))
    const marks = page.locator('.attention')
    expect(await marks.nth(0).innerText()).toContain(option('services', 'four-or-more'))
    expect(await marks.nth(1).innerText()).toContain(option('changes', 'left-hospital'))
  })
})

describe('the advice that was shown', () => {
  it('is named as read, and its text can be opened', async () => {
    const page = await opened(whole({ advice: ['needs-assessment'] }))
    await page.getByText('Asukkaalle näytettiin nämä').waitFor()
    const item = page.locator('.advice details').first()
    expect(await item.locator('.advice-text').first().isVisible()).toBe(false)
    await item.locator('summary').click()
    expect(await item.locator('.advice-text').first().isVisible()).toBe(true)
  })
})

describe('language and person', () => {
  it('own words are verbatim, marked with the language of the conversation, and never read as markup', async () => {
    const ownWords = 'Jag förstår inte breven.\n<b>FPA</b> skrev igen.'
    const page = await opened(request({ row: { language: 'sv' }, contact: { ownWords } }))
    const quote = page.locator('.own-words')
    expect(await quote.evaluate((element) => element.textContent)).toBe(ownWords)
    expect(await quote.getAttribute('lang')).toBe('sv')
    await page.getByText('Keskustelun kieli: ruotsi').waitFor()
  })

  long('an interpreter and a wished time that is not now stand out in the contact', async () => {
    const contact = { interpreter: 'arabia' }
    const page = await opened(request({ contact }))
    await page.locator('.fact', { hasText: 'Tulkki' }).locator('strong', { hasText: 'arabia' }).waitFor()
  })

  long('a professional’s question is marked as one', async () => {
    const page = await opened(request({ row: { lane: 'consultation' } }))
    await page.locator('.request-top').getByText('Ammattilaisen kysymys').waitFor()
  })
})

describe('answers that could not be checked', () => {
  it('are shown as sent, in words where there are words, with the life areas as sent', async () => {
    const sent = [
      { address: 'needs', flow: 'guidance', step: 'needs', value: ['money', 'spaceflight'] },
      { address: 'money/coping', flow: 'guidance', step: 'coping', need: 'money', value: 2 },
      { address: 'nonsense', flow: 'guidance', step: 'nonsense', value: 'x' },
    ]
    const page = await opened(
      request({ row: { verified: false, lifeAreas: [] }, more: { answers: sent, because: [] } }),
    )
    await page.getByText('Emme voineet tarkistaa, sopivatko vastaukset').waitFor()
    expect(await page.locator('.needs li').first().innerText()).toContain('On usein vaikeaa')
    await page.locator('.answer-group').getByText('nonsense').waitFor()
  })
})

describe('a conversation whose resident asked for a person before its end', () => {
  const unfinished = (given: Record<string, unknown>, lifeAreas: string[]) =>
    request({
      row: { finished: false, segment: 'callback', lifeAreas, dontKnow: 0 },
      more: {
        answers: answers(given),
        because: [],
        advice: lifeAreas.length > 0 ? ['housing-allowance'] : [],
      },
    })
  const read = (page: Awaited<ReturnType<typeof opened>>) => page.locator('main').innerText()

  it('says what the person wanted and where to begin, and suspects nothing', async () => {
    const one = unfinished({}, [])
    const page = await opened(one)
    const row = page.locator(`[data-row="${one.row.id}"]`)
    await row.getByText('Halusi puhua ihmisen kanssa').waitFor()
    const said = await read(page)
    for (const words of [
      'Halusi puhua ihmisen kanssa',
      'Kysy ensin, mistä on kyse.',
      'Ei vastannut kysymyksiin',
    ])
      expect(said).toContain(words)
    for (const suspicion of ['tarkist', 'uudelleen.', 'Pääsee alkuun', 'näkyy vasta vastauksista'])
      expect(said).not.toContain(suspicion)
  })

  long(
    'shows what was answered in its order, and the life areas that were chosen though not walked',
    async () => {
      const page = await opened(
        unfinished({ needs: ['money', 'housing'], asker: 'self', 'money/coping': 2 }, ['money', 'housing']),
      )
      expect(await page.locator('.needs li').count()).toBe(2)
      const lines = await page.locator('.answer-group dt').allInnerTexts()
      expect(lines).toHaveLength(3)
      const said = await read(page)
      expect(said).toContain('Kysy ensin, mikä on nyt tärkeintä')
      // what the resident never came to is not told as read
      expect(said).toContain('Asukas ei ehtinyt nähdä näitä')
      expect(said).not.toContain('Asukkaalle näytettiin nämä')
    },
  )

  long('one that is finished says none of it (red twin)', async () => {
    const said = await read(await opened(request()))
    expect(said).not.toContain('Halusi puhua ihmisen kanssa')
    expect(said).toContain('Asukkaalle näytettiin nämä')
  })
})

describe('the acts', () => {
  it('are in sight at 1280 × 800 under four warnings, without scrolling', async () => {
    const contact = {
      safeToCall: false,
      safeWhen: 'ma klo 9',
      mayLeaveMessage: false,
      whom: 'near-one',
      theyKnow: false,
    } as const
    const one = whole({ flags: ['violence'] })
    one.contact = { ...one.contact, ...contact, way: 'shared-phone' }
    const page = await opened(one)
    expect(await page.locator('.safety li').count()).toBe(4)
    const inSight = async (name: string) => {
      const box = await button(page, name).boundingBox()
      return box !== null && box.y + box.height <= 800
    }
    expect(await inSight('Ota hoidettavaksi')).toBe(true)
    await button(page, 'Ota hoidettavaksi').click()
    for (const act of [
      'Merkitse soittoyritys',
      'Merkitse tavoitetuksi',
      'Päätä pyyntö',
      'Kirjoita muistiinpano',
    ])
      await expect.poll(() => inSight(act), { message: act }).toBe(true)
    await button(page, 'Päätä pyyntö').click()
    expect(await inSight('Päätä')).toBe(true)
  })
})

longDescribe('a desk that guesses what was read (red twin)', () => {
  const guessing = withDesk(() =>
    brokenDesk('guesses-what-was-read', [
      {
        file: 'desk/callbacks/request/advice.tsx',
        find: 'advice.length > 0 && !row.finished',
        put: 'advice.length < 0 && !row.finished',
      },
    ]),
  )

  it('says that advice was shown to somebody who had asked for a person before it', async () => {
    const one = guessing.arrive(
      request({
        row: { finished: false, segment: 'callback', lifeAreas: ['money'] },
        more: { answers: answers({ needs: ['money'] }), because: [], advice: ['housing-allowance'] },
      }),
    )
    const page = await guessing.enterDesk()
    await openRow(page, one)
    await page.getByText('Asukkaalle näytettiin nämä').waitFor()
  })
})
