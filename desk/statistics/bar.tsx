/** A length beside a number: it is a picture of what the number says, so readers pass it over. */
const HEIGHT = 10

/** @param of the greatest of those it is compared with @param before the same in the period before */
export const Bar = ({ value, of, before }: { value: number; of: number; before?: number | undefined }) => (
  <svg
    class="bar"
    viewBox={`0 0 100 ${HEIGHT}`}
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="bar-now" x="0" y="0" width={of === 0 ? 0 : (100 * value) / of} height={HEIGHT - 4} />
    {before !== undefined && (
      <rect class="bar-before" x="0" y={HEIGHT - 3} width={of === 0 ? 0 : (100 * before) / of} height="3" />
    )}
  </svg>
)
