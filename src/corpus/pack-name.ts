/** The name under which the cache has what was made of a shard's papers. */

/** It goes with its shard. */
export const packFileOf = (shard: string): string => `${shard}.pack`
