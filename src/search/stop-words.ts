/** Words that say nothing about which passage is meant, and those by which a question asks. */
const ENGLISH = `
a about after all also am an and any are as at be because been before being both but by can could
did do does doing don't during each every for from further had has have having he her here hers
herself him himself his i if in into is isn't it its itself just may me might more most must my
myself no nor not of off on once only or other our ours out over own same she should so some such
than that the their theirs them themselves then there these they this those through to too under
until up us very was we were will with would you your yours
what when where which who whom whose why how much many
tell please say says said know there's what's who's it's let`;

const RUSSIAN = `
а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее
если есть еще же за здесь и из или им их к как ко когда кто ли либо между меня мне может мы на над надо
наш не него нее нет ни них но ну о об однако он она они оно от очень по под при про с со так также
такой там те тем то того тоже той только том ты у уже хотя чего чей чем что чтобы чье чья эта эти это
этом этот я какой какая какие какое сколько почему зачем куда откуда кому кого чему
скажи скажите говорит сказал сказала`;

const UKRAINIAN = `
а або але б без би був була були було бути в вам вас вже ви від він вона вони воно все всі всіх
де для до є ж за з зі і й із їх її його як який яка які яке якщо коли ким кого кому хто
лише між мене мені ми на над нам нас наш не ні них ну о об один по під при про с
саме себе та так також там те тим то того тоді той тому ти тільки у це цей ця ці чи чим чого
чому що щоб я скільки куди звідки навіщо говорить сказав сказала`;

export const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["en", wordSet(ENGLISH)],
  ["ru", wordSet(RUSSIAN)],
  ["uk", wordSet(UKRAINIAN)],
]);

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
