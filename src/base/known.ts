/** Values of which only some are known, as fields that are otherwise absent. */

type Known<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> }

/** The same values without those that are undefined. */
export function known<Values extends Readonly<Record<string, unknown>>>(values: Values): Known<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<Values>
}
