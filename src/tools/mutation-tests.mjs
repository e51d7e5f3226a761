/** The unit tests that mutations are held against: those of the rooms themselves, without the plugins of the build. */

/** What takes seconds comes last: most faults are noticed before. */
const SLOW = /(?:faults|library-file|aliases|merge|past-editions|list-link|load|latest|days)\.test\.ts$/

class SlowLast {
  /** @template Files @param {Files} files @returns {Files} */
  shard(files) {
    return files
  }

  /** @param {readonly { moduleId: string }[]} files */
  sort(files) {
    return files.toSorted((a, b) => Number(SLOW.test(a.moduleId)) - Number(SLOW.test(b.moduleId)))
  }
}

/** @type {import('vitest/config').ViteUserConfig} */
export default {
  test: {
    include: ['tests/unit/{library,corpus,digest}/**/*.test.ts'],
    // A thread, in which these tests run here, cannot change its time zone.
    exclude: ['tests/unit/digest/zones.test.ts'],
    sequence: { sequencer: /** @type {never} */ (SlowLast) },
    testTimeout: 60_000,
    expect: { poll: { timeout: 5_000 } },
  },
}
