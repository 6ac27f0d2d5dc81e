/** A number as people read it aloud: in groups, so that a wrong digit is seen. Only its look changes. */
import { phoneDigits } from '../request/phone.ts'

const FINNISH = '(0\\d\\d)(\\d{3})?'
const ELSEWHERE = '(\\+(?:1|7|\\d\\d))(\\d{3})?(\\d{3})?(\\d{3})?'
/** Groups of three; what is left is never one digit alone. */
const GROUPS = new RegExp(`^(?:${FINNISH}|${ELSEWHERE})(\\d\\d+)$`)

/** Finnish numbers as 040 123 4567, typed or in E.164, others as +46 701 234 567. What is no number is left as it was typed. */
export function phoneText(number: string): string {
  const digits = phoneDigits(number).replace('+358', '0')
  const groups = GROUPS.exec(digits)?.slice(1) ?? [number]
  return groups.filter(Boolean).join(' ')
}
