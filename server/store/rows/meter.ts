/** How much of a limit somebody has used, by a keyed hash that means nothing on another day. */
export type MeterRow = {
  organisation: string
  key: string
  /** when the whole room is there again, epoch ms */
  empty_at: number
}
