/** Small shapes beside words: the word tells, the shape lets the eye find it without colour. */

const shapes = {
  // a filled triangle: the promise has passed
  overdue: 'M8 1.5 15.5 14.5H.5Z',
  // a filled diamond: the promise is near
  soon: 'M8 .5 15.5 8 8 15.5.5 8Z',
  // a ring: in good time
  calm: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z',
  // a tick: the promise was kept by an attempt
  kept: 'M6.2 13.2 1 8l1.9-1.9 3.3 3.3L13.1 2.500 15 4.400Z',
  flag: 'M3 1h2v.8h9L11.600 5.400 14 9H5v6H3Z',
  phone:
    'M4.200 1 6.600 4.800 5.200 6.700c.9 1.800 2.300 3.200 4.100 4.100l1.900-1.400L15 11.800c-.3 2-1.600 3.200-3.600 3.200C5.900 15 1 10.100 1 4.600 1 2.600 2.200 1.300 4.200 1Z',
  // a looking glass
  find: 'M6.500 1a5.500 5.500 0 0 1 4.400 8.800L15 13.900 13.900 15 9.800 10.900A5.500 5.500 0 1 1 6.500 1Zm0 1.800a3.700 3.700 0 1 0 0 7.400 3.700 3.700 0 0 0 0-7.400Z',
  back: 'M10.500 1.500 12.500 3.400 7.800 8l4.700 4.600-2 1.900L4 8Z',
} as const
export type Shape = keyof typeof shapes

export const Icon = ({ shape }: { shape: Shape }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={shapes[shape]} />
  </svg>
)
