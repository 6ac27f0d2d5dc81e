/** Which process does which of the jobs that the server does by itself. */
type Instant = number

export type JobRow = {
  organisation: string
  job: string
  /** the process that does it now; nobody when null */
  held_by: string | null
  /** until then no other process begins it, even if the holder has died */
  held_until: Instant
  /** when it was begun last */
  started_at: Instant
}
