import { anyOf } from "../pattern.ts";
import type { FactForms } from "../language-pack.ts";

const DECISIONS = anyOf(`
  decided decides decision approved approves adopted adopts signed signs voted votes ruled rules banned
  bans agreed agrees ordered orders announced announces launched launches elected elects appointed
  appoints resigned resigns arrested sentenced fined cancelled canceled closed closes opened opens
  introduced introduces ratified rejected rejects vetoed suspended dismissed granted awarded founded
  merged merges bought sold won lost killed injured destroyed`);

const HEDGES = anyOf(`
  think thinks thought believe believes believed hope hopes hoped fear fears feared doubt doubts doubted
  feel feels felt seems seem seemed appears apparently perhaps maybe probably possibly likely may might
  could should would must ought opinion view argues argued claims claimed insists insisted warns warned
  predicts predicted suggests suggested accuses accused criticised criticized called calls`);

export const ENGLISH_FACTS: FactForms = {
  decision: new RegExp(`\\b${DECISIONS}\\b`, "iu"),
  // In small letters: May is a month.
  hedge: new RegExp(`\\b${HEDGES}\\b|^(?:Perhaps|Maybe|Probably|Possibly|Apparently)\\b`, "u"),
  aside:
    /^(?:as|after|amid|although|among|because|before|by|despite|due to|during|even|following|for|from|given|if|like|of|once|over|rather|since|though|through(?:out)?|to|under|unless|unlike|until|upon|when|whenever|where|while|whose|which|with|without|according to|\p{L}+ing)(?!\p{L})/iu,
  keyHeading:
    /^(?:(?:the )?(?:\d+ )?(?:key|main) (?:points?|facts?|takeaways?|findings|figures|messages|things to know)|(?:the )?(?:key points |facts? |story )?at a glance|(?:fast|quick) facts|story highlights|(?:the )?takeaways|what you need to know)$/iu,
};
