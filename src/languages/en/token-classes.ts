import { namesOfTimes } from "../dates/date-words.ts";
import type { TokenClassLists } from "../token-classes.ts";
import { ENGLISH_DATES } from "./dates.ts";

export const ENGLISH_TOKEN_CLASSES: TokenClassLists = {
  number: `
    hundreds thousands millions billions trillions dozens percent twice once third quarter`,
  time: `
    ${namesOfTimes(ENGLISH_DATES)}
    century centuries decade decades year years month months week weeks day days hour hours
    minute minutes today tomorrow yesterday spring summer autumn winter`,
  preposition: `in at from to near into across of through`,
  reason: `
    because due since therefore thus reason reasons cause causes caused causing led leads leading
    result results resulted resulting order owing why so`,
  moment: `
    after before during beginning start end first last annually daily weekly monthly yearly always
    until till since once when while upon following later earlier soon now morning noon afternoon
    evening night midnight era period age pm`,
  negation: `
    not no non never none nobody nothing neither nor without cannot aint arent cant couldnt darent
    didnt doesnt dont hadnt hasnt havent isnt maynt mightnt mustnt neednt oughtnt shant
    shouldnt wasnt werent wont wouldnt`,
};
