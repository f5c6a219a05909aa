import type { Stem } from "../language-pack.ts";
import { snowballStemmer } from "../snowball-stemmer.ts";

export function englishStemmer(): Stem {
  const stem = snowballStemmer("en");
  return (folded) => stem(BASE_FORMS.get(folded) ?? folded);
}

/** Irregular forms, which no stemmer reduces to one stem; the base form comes first. */
const FORMS = `
arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built
burn burnt|buy bought|catch caught|choose chose chosen|choice|come came|creep crept|deal dealt|dig dug
draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden
forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led
learn learnt|leave left|lend lent|lose lost loss|make made|mean meant|meet met|pay paid
ride rode ridden|ring rang rung|rise rose risen|run ran|see saw seen|seek sought|sell sold|send sent
shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk
sit sat|sleep slept|slide slid|speak spoke spoken speech|spend spent|spin spun|spring sprang sprung
stand stood|steal stole stolen|stick stuck|strike struck|strive strove|swear swore sworn|sweep swept
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|think thought|throw threw thrown
understand understood|undergo underwent undergone|wake woke woken|wear wore worn|weave wove woven
win won|withdraw withdrew withdrawn|write wrote written|overthrow overthrew overthrown
undertake undertook undertaken|overcome overcame|forego forewent|uphold upheld|rebuild rebuilt
man men|woman women|child children|foot feet|tooth teeth|mouse mice|person people|goose geese
life lives|wife wives|knife knives|half halves|thief thieves|wolf wolves|shelf shelves
phenomenon phenomena|criterion criteria|bacterium bacteria|datum data|medium media|analysis analyses
crisis crises|basis bases|thesis theses|hypothesis hypotheses|axis axes|index indices|matrix matrices
die died death dead|bear born birth|high height|long length|strong strength|wide width|deep depth
good better best|bad worse worst|far further furthest|old older oldest elder eldest
france french|britain british|spain spanish|netherlands dutch|denmark danish|switzerland swiss
poland polish|england english|scotland scottish scots|wales welsh|ireland irish|china chinese
turkey turkish|portugal portuguese|germany german|greece greek|ukraine ukrainian
one 1 once|two 2 twice second|three 3 third|four 4 fourth|five 5 fifth|six 6|seven 7|eight 8|nine 9
ten 10|eleven 11|twelve 12|hundred 100|thousand 1000`;

/** Every listed form → its base form. */
const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split(/[|\n]/u)
    .flatMap((line) => {
      const [base = "", ...forms] = line.trim().split(" ");
      return forms.map((form): [string, string] => [form, base]);
    }),
);
