/** The unit tests that mutations are held against: those of the rooms themselves, without the plugins of the build. */

/** @type {import('vitest/config').ViteUserConfig} */
export default {
  test: {
    include: ['tests/unit/{library,corpus,digest}/**/*.test.ts'],
    // A thread, in which these tests run here, cannot change its time zone.
    exclude: ['tests/unit/digest/zones.test.ts'],
    testTimeout: 60_000,
  },
}
