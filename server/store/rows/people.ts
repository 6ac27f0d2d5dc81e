/** Staff, how they sign in, and their sessions. */
type Instant = number

export type PersonRow = {
  organisation: string
  person: string
  username: string
  first_name: string
  name: string
  title: string
  /** JSON list */
  roles: string
  disabled: number
  /** made by a first demo start: refuses to run with PUBLIC_URL */
  demo: number
  /** binds whom it names, roles and `disabled`, keyed; null: of before it was bound */
  rights_mac: string | null
}
export type CredentialRow = {
  organisation: string
  credential: string
  person: string
  kind: 'password'
  /** the hash of the password, sealed for this person under a key outside the database */
  secret: string
  created_at: Instant
}
export type SessionRow = {
  organisation: string
  /** keyed */
  token_hash: string
  person: string
  created_at: Instant
  seen_at: Instant
  /** over all but `seen_at`, keyed */
  mac: string
}
/** How one person looks at the queue, under a name of their own; `told` (JSON) names rows by what they are, and no resident. */
export type DeskViewRow = {
  organisation: string
  person: string
  view: string
  name: string
  told: string
  created_at: Instant
}
/** How one person’s desk stands. */
export type DeskSettingRow = {
  organisation: string
  person: string
  /** JSON */
  told: string
}
