/** Finding a place by halving what is left. */

/** The first of so many places that is reached, where all before it are not and all after it are; `size` where none is. */
export function firstReached(size: number, isReached: (place: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}
