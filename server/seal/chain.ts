/** The access log's chain: each row carries a MAC over itself and the row before, so that no row can be altered unseen. */
import { createHmac } from 'node:crypto'
import type { DataKeys } from './keys.ts'

type Row = {
  organisation: string
  number: number
  at: number
  person: string
  action: string
  request: string | null
  area: string | null
  ground: string
  /** absent in what was written before there was one */
  state?: string | null
}

/** The MAC of a row that follows the one with `before` (the first follows the empty string). */
export const chainMac = (keys: DataKeys, before: string, row: Row): string =>
  createHmac('sha256', keys.chain)
    .update(
      JSON.stringify([
        before,
        row.organisation,
        row.number,
        row.at,
        row.person,
        row.action,
        row.request,
        row.area,
        row.ground,
        ...(row.state ? [row.state] : []),
      ]),
    )
    .digest('base64url')
