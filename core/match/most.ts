/** So many are offered: a list to read is what people have already. */
export const MOST_SUGGESTED = 3
