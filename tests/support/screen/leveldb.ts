/** Tables of LevelDB, in which Chromium keeps its storages: their blocks unpacked, so that they can be searched. */

const FOOTER = 48
const MAGIC = Buffer.from('57fb808b247547db', 'hex')
const SNAPPY = 1

/** A number in groups of seven bits. @returns the number and where the next thing begins */
function varint(bytes: Buffer, at: number): [number, number] {
  let value = 0
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at++]
    if (byte === undefined) throw new RangeError('cut off')
    value += (byte & 127) * shift
    if (byte < 128) return [value, at]
  }
}

/** A number of one to four bytes, the least first. */
const little = (bytes: Buffer, at: number, size: number) => bytes.readUIntLE(at, size)

/** Unpacks Snappy's raw form: pieces that stand as they are, and copies of what stands earlier. */
export function fromSnappy(bytes: Buffer): Buffer {
  const [length, start] = varint(bytes, 0)
  const out = Buffer.alloc(length)
  let to = 0
  let at = start
  const copy = (count: number, back: number) => {
    if (back === 0 || back > to) throw new RangeError('a copy of nothing')
    for (let left = count; left > 0; left -= 1, to += 1) out[to] = out[to - back] as number
  }
  while (at < bytes.length) {
    const tag = bytes[at++] as number
    const high = tag >> 2
    if ((tag & 3) === 0) {
      const extra = Math.max(0, high - 59)
      const count = (extra > 0 ? little(bytes, at, extra) : high) + 1
      at += extra
      to += bytes.copy(out, to, at, at + count)
      at += count
    } else if ((tag & 3) === 1) copy((high & 7) + 4, ((tag >> 5) << 8) | (bytes[at++] as number))
    else {
      const size = (tag & 3) === 2 ? 2 : 4
      copy(high + 1, little(bytes, at, size))
      at += size
    }
  }
  return out
}

type Handle = { offset: number; size: number; next: number }

function handleAt(bytes: Buffer, at: number): Handle {
  const [offset, middle] = varint(bytes, at)
  const [size, next] = varint(bytes, middle)
  return { offset, size, next }
}

const blockAt = (table: Buffer, { offset, size }: Handle) => {
  const raw = table.subarray(offset, offset + size)
  return table[offset + size] === SNAPPY ? fromSnappy(raw) : raw
}

/** Values of a block, in order: each entry is shared, own and value lengths, the key's own part, the value. */
function valuesOf(block: Buffer): Buffer[] {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4)
  const values: Buffer[] = []
  for (let at = 0; at < end; ) {
    const [, own] = varint(block, at)
    const [ownLength, size] = varint(block, own)
    const [length, key] = varint(block, size)
    at = key + ownLength + length
    values.push(block.subarray(at - length, at))
  }
  return values
}

/** The unpacked data blocks of a table file; none when it is no table. */
export function blocksOf(table: Buffer): Buffer[] {
  if (table.length < FOOTER || !table.subarray(-MAGIC.length).equals(MAGIC)) return []
  const footer = table.length - FOOTER
  const index = blockAt(table, handleAt(table, handleAt(table, footer).next))
  return valuesOf(index).map((value) => blockAt(table, handleAt(value, 0)))
}
