/** Published content. */
type Instant = number

export type RevisionRow = {
  organisation: string
  revision: string
  flow_hash: string
  source: 'folder' | 'studio'
  /** JSON part name → hash */
  manifest: string
  published_at: Instant
  published_by: string | null
  replaced_at: Instant | null
}
export type PartRow = { organisation: string; hash: string; content: string }
