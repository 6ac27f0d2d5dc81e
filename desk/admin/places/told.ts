/** What a form tells, as the server reads it; and a fact as a form shows it. */
import type { FieldSpec } from '../parts/fields.tsx'
import type { FormValues } from '../state/form.ts'

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''

/** A value of the place in a field of a form. */
export function shown({ name, kind }: FieldSpec, value: unknown): unknown {
  if (name === 'speaks') return Array.isArray(value) ? value.join(', ') : ''
  if (kind === 'texts') return value ?? {}
  if (kind === 'week') return value ?? []
  if (kind === 'tick') return value === true
  return value === null || value === undefined ? '' : String(value)
}

const filled = (texts: unknown) => {
  const entries = Object.entries((texts ?? {}) as Record<string, string>).filter(([, text]) => isText(text))
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/** What is told in a field; null where there is nothing. */
export function read({ name, kind }: FieldSpec, value: unknown): unknown {
  if (kind === 'texts') return filled(value)
  if (kind === 'week') return name === 'reception' && (value as unknown[]).length === 0 ? null : value
  if (kind === 'tick') return value === true ? true : null
  if (name === 'speaks')
    return isText(value)
      ? String(value)
          .split(/[\s,]+/)
          .filter(Boolean)
      : null
  if (!isText(value)) return null
  return kind === 'number' ? Number(value) : String(value).trim()
}

/**
 * The body of a change: what is told otherwise than it stood, so that two who change different fields do not undo each other.
 * @param before the values of the form as it was opened; undefined: the thing is new, and everything is told
 */
export function bodyOf(fields: readonly FieldSpec[], values: FormValues, before: FormValues | undefined) {
  const isOther = ({ name }: FieldSpec) =>
    before === undefined || JSON.stringify(values[name]) !== JSON.stringify(before[name])
  const told = fields
    .filter(isOther)
    .map((field) => [field.name, read(field, values[field.name])] as const)
    // of a new thing what is not told is left to the server
    .filter(([, value]) => before !== undefined || value !== null)
  return {
    validFrom: values.validFrom,
    ...(isText(values.validTo) && { validTo: values.validTo }),
    ...(values.instead === true && { instead: true }),
    ...Object.fromEntries(told),
  }
}
