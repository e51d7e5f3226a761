/** A small corpus: all that the host has is here. */
import type { Extent } from '../../src/search/protocol.ts'

export const WHOLE: Extent = { of: 1, wanted: 1, coming: null, reach: null, offers: [] }
