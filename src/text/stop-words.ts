/** Words that carry no subject: a paper may lack them, and they are not marked, where a query has others. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be because been before being between both but by can could did do ' +
    'does doing done down during each few for from further get had has have having he her here hers him his how i if ' +
    'in into is it its itself just let made make makes making many may me might more most much must my need no nor ' +
    'not now of off on once one only or other our out over own per s same she should so some such t than that the their ' +
    'them then there these they this those through to too under until up upon us use used uses using very via was we ' +
    'well were what when where which while who whom whose why will with within without would you your'
  ).split(' '),
)
