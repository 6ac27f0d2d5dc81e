/** No watching of staff: an area that has fewer than three coordinators is told of together with others. Pure. */
const LEAST_PEOPLE = 3

const peopleIn = (areas: readonly string[], owners: ReadonlyMap<string, ReadonlySet<string>>) =>
  new Set(areas.flatMap((area) => [...(owners.get(area) ?? [])])).size

/**
 * @param owners area → whose it is, of every area
 * @returns the areas that are told of as one; none when each has people enough
 */
export function together(owners: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const sized = [...owners.keys()].sort(
    (one, other) => peopleIn([one], owners) - peopleIn([other], owners) || one.localeCompare(other),
  )
  const few = sized.filter((area) => peopleIn([area], owners) < LEAST_PEOPLE)
  if (few.length === 0) return []
  const rest = sized.filter((area) => !few.includes(area))
  // one alone under the name of several would be told of alone
  while (rest.length > 0 && (few.length < 2 || peopleIn(few, owners) < LEAST_PEOPLE))
    few.push(rest.shift() as string)
  return few.sort()
}
