/** What an installation knows of itself. */

/** `check_value`: a MAC under the key, empty until the key has been seen; the row `last` is of the line on which indexes stand. */
export type DataKeyRow = { organisation: string; kid: string; check_value: string }
/** Written and taken away again, to see whether anything can be stored. */
export type ProbeRow = { organisation: string; process: string; filler: string }
