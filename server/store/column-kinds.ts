/** What a column holds, in the words of the migrations; and the type of a row made of such columns. */

/** `text`, `integer` (also truth values), `instant` (epoch milliseconds); `?` allows null. */
export type ColumnKind = 'text' | 'integer' | 'instant' | 'text?' | 'integer?' | 'instant?'

type Held = { text: string; integer: number; instant: number }

export type RowOf<Columns extends Record<string, ColumnKind>> = {
  -readonly [Name in keyof Columns]: Columns[Name] extends keyof Held
    ? Held[Columns[Name]]
    : Columns[Name] extends `${infer Plain extends keyof Held}?`
      ? Held[Plain] | null
      : never
}
