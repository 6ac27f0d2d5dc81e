/** What was sealed, indexed and chained before still opens, is found and fits: the form of version 1, held by values made once. */
import { describe, expect, it } from 'vitest'
import { blindIndex } from '../../server/seal/blind.ts'
import { kidOf, openBlob, sealBlob } from '../../server/seal/blob.ts'
import { chainMac } from '../../server/seal/chain.ts'
import { keysFrom } from '../../server/seal/keys.ts'
import { openRecord } from '../../server/seal/record.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
const keys = keysFrom(secret)
const WRAPPED = 'v1.afd1d8cf.DEUIWEk6RqfHZlbWSrTLq0Jsr9oxN41_idfH_vx3-9_n_FgT1Nr2ztzMXvCWoQ13OXa4IHyQi0PRgaeu'
const SEALED =
  'v1.5b743d36.L20PbM2CI-QUFg5FNfJDwKCZ3agfCb_Mq0pOz5-wattCRgl3SvBoZiebXL2idcj3xj4exTJ97P9cdTuYPals0bjigWOA6zQuYNMmxNu3XILv0GG_xBPC0t-CdOULZF4g21oa_Lylv6hMYLWFrs5izh_DPO1_gNPxmZjQpH5FYyOHKpWtlapSszDWC5rRl8Q1_M6wZ3P9z6qtO-HiBZVW8LLhYHNYWdj2lMx7c2hElxYGquLUleOTeuJ3tkXozusTjaFe13cVfeTbRc_4PleBMd2lJX6rTdXiumOYI1aK6q-nx2WU0AGQNG-ztfeg-hT_6x3TFRm6gcwbuwM0ugytrRTl1TK5-JfO0Jr5VXzUa26VqJhYT3-euMKYIlg'
const ROW = {
  organisation: 'example',
  number: 1,
  at: 1_795_000_000_000,
  person: 'aino',
  action: 'request.read',
  request: 'r1',
  area: 'south',
  ground: 'coordinator',
}

describe('what was kept before', () => {
  it('opens with the same secret', () => {
    expect(keys.current.kid).toBe('afd1d8cf')
    const record = openRecord(keys, 'example', 'r1', WRAPPED)
    expect(record.open('callback_request', 'sealed', SEALED)).toEqual({ name: 'Veera' })
    expect(kidOf(record.seal('note', 'sealed', 'x'))).toBe('5b743d36')
  })

  it('is found by the same index', () => {
    expect(blindIndex(keys, 'example', 'phone', '+358401234567')).toBe(
      'InYxH7SUt-YsGloZt661sR3ROIkhnze3dC57HQHVYkM',
    )
    expect(blindIndex(keys, 'example', 'body', { b: [1], a: { d: 1, c: null } })).toBe(
      'RQSdtrUR6AFq8MVsoqy09PpMc791MgwKCdA4fofyIaM',
    )
  })

  it('fits the chain, which holds every value of a row and the row before', () => {
    const first = chainMac(keys, '', ROW)
    expect(first).toBe('p-h0LWK1yfO4tkOZyitSLl6lMKyvWByCB-m8oZkg-nc')
    const second = { ...ROW, number: 2 }
    expect(chainMac(keys, first, second)).toBe('62N3GgY4M5tOVtqxhn5nJCj0_Tw9Y6W7v4fnmOswLFQ')
    expect(chainMac(keys, '', second)).not.toBe(chainMac(keys, first, second))
    for (const key of Object.keys(ROW))
      expect(chainMac(keys, '', { ...ROW, [key]: 'altered' })).not.toBe(first)
  })
})

describe('a sealed value', () => {
  const place = { organisation: 'example', table: 't', id: 'r1', field: 'f' }
  const { kid, key } = keys.current
  const blob = sealBlob(kid, key, place, Buffer.from('tea'))
  const opened = (text: string) => openBlob(kid, key, place, text).toString()

  it('may be empty', () => expect(opened(sealBlob(kid, key, place, Buffer.alloc(0)))).toBe(''))

  it('has one spelling: the spare bits at its end are not free', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const twin = blob.slice(0, -1) + letters[letters.indexOf(blob.at(-1) ?? '') + 1]
    const bytes = (text: string) => Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url')
    expect(bytes(twin)).toEqual(bytes(blob))
    expect(opened(blob)).toBe('tea')
    expect(() => opened(twin)).toThrow('Not a sealed value.')
  })

  it.each([
    ['another version', blob.replace('v1.', 'v2.'), 'Not a sealed value of this version.'],
    ['more behind it', `${blob}.${blob.split('.')[2]}`, 'Not a sealed value of this version.'],
    ['no key name', blob.replace(kid, ''), 'Not a sealed value of this version.'],
    ['nothing in it', `v1.${kid}.`, 'Not a sealed value of this version.'],
    ['another key name', blob.replace(kid, '00000000'), 'Sealed with another key.'],
    ['less than its frame', `v1.${kid}.AAAA`, 'Not a sealed value.'],
  ])('with %s is refused in a sentence', (_what, text, sentence) => {
    expect(() => opened(text)).toThrow(sentence)
  })
})

describe('the data key', () => {
  it('with anything but base64 before or behind it is refused, not read as far as it goes', () => {
    for (const odd of [`“${secret}`, `${secret}”`])
      expect(() => keysFrom(odd)).toThrow(/at least 32 random bytes/)
  })
  it('that is empty is said to be empty', () => {
    for (const empty of ['', ' \n ']) expect(() => keysFrom(empty)).toThrow('The data key is empty')
  })
})
