/** Folded words that do not help find a passage, including question words. */
export const ENGLISH_STOP_WORDS = `
a about after all also am an and any are as at be because been before being both but by can could
did do does doing dont during each every for from further had has have having he her here hers
herself him himself his i if in into is isnt it its itself just may me might more most must my
myself no nor not of off on once only or other our ours out over own same she should so some such
than that the their theirs them themselves then there these they this those through to too under
until up us very was we were will with would you your yours
what when where which who whom whose why how much many
tell please say says said know let`;
