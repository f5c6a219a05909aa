import type { LanguageData } from "../language-pack.ts";
import { ENGLISH_AUXILIARY, ENGLISH_QUESTION_WORD } from "./messages.ts";

const GREETING =
  "(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day))";

const ANSWER =
  "(?:(?:that|this|it|the answer|your answer|you|u|ur)(?: is| are| was| were| r|s|re)?|is)";
const VERY =
  "(?:(?:so|very|really|completely|totally|just|absolutely|simply|all|such|an?|the|pretty) )*";
const WRONG =
  "(?:wrong|incorrect|false|untrue|inaccurate|mistaken|lie|lies|lying|nonsense|bullshit|bs|rubbish|garbage|crap|fake|fake news|misleading|useless|not (?:true|right|correct|accurate|helpful|an answer|the answer|it|what i (?:asked|meant|wanted)(?: for)?))";
const INSULT =
  "(?:stupid|dumb|idiot|idiots|idiotic|moron|fool|silly|worthless|terrible|awful|horrible|shit|asshole|dumbass|trash|loser|pathetic)";
const TOWARDS_BOT = "(?: (?:answer|reply|bot|robot|machine|idiot|program|thing|ai|again))*";
const TO_WHOM =
  "(?:,? (?:there|bot|everyone|everybody|all|again|friend|dear|guys|you|team|man|sir))*";

export const ENGLISH_SMALL_TALK: LanguageData["smallTalk"] = [
  [
    /^(?:hi+|hello+|hey+|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|bot|everyone|everybody|all|again|friend|you))*$/u,
    "greeting",
  ],
  [
    /^(?:ok |okay |great |cool )?(?:(?:many )?thanks?|thank (?:you|u)|thx|ty|cheers|much appreciated)(?: (?:a lot|so much|very much|a million|again|bot|you|for (?:the|your) (?:help|answers?|info|information)|that helped|that helps|this helped|great|got it|very helpful|helpful|that was helpful))*$/u,
    "thanks",
  ],
  [
    /^(?:ok |okay )?(?:(?:good)?bye+|bye bye|good night|see (?:you|ya)(?: later| soon)?|farewell|take care)$/u,
    "goodbye",
  ],
  [
    /^(?:so |and )?(?:are you|r u|is this|am i (?:talking|speaking|chatting) (?:to|with))(?: an?| some)?(?: (?:real|actual|live|human|ai))*(?: (?:bot|robot|human|person|people|ai|machine|journalist|program|chatbot|chatgpt|gpt|real|alive))?$/u,
    "identity",
  ],
  [
    /^(?:who|what company)(?: \w+)? (?:made|built|created|programmed|wrote|developed|trained|designed|owns|runs)(?: you| u| this bot)$|^are you (?!sure|certain)(?:\w+ ){0,3}\w+$|^(?:who|what) is your (?:name|creator|author|owner|maker|boss|developer)$/u,
    "identity",
  ],
  [
    /^(?:(?:please|hey|hi|so|ok|and) )*(?:what|which|whats) (?:is )?(?:day|date|time|year|month|weekday|hour)(?: of the week)?(?: is| was)?(?: it| today| now)(?: (?:today|now|right now|please|there|here))*$|^(?:what is|whats?) (?:the )?(?:time|date|day|year)(?: now| today| right now| please)+$|^(?:what is|whats?) (?:today|todays? date|the time)$|^(?:do you have|have you got) the time$|^(?:what|how much) (?:is|are) (?:\w+ )(?:plus|minus|times|divided by|multiplied by) \w+$|^(?:(?:please|can you|could you|will you) )*(?:tell|sing|write|compose|recite|draw|paint|play|read) (?:(?:me|us) )?(?:a|an|another|some|one) (?:\w+ ){0,2}(?:joke|jokes|anecdote|poem|verse|song|riddle|fairy tale|bedtime story|essay|haiku|limerick|rap|rhyme|picture|image|code|program|recipe|letter|email|game|music)$|^(?:(?:please|can you|could you) )*(?:translate|calculate|sing|dance)(?: (?:this|that|it|me|for|to|into|in|us|please|a|song|english|ukrainian|russian|german|french|spanish))*$|^(?:and )?(?:how|what) is the weather(?: like)?(?: (?:today|tomorrow|now|here|outside|like))*$|^(?:hows?|whats?) the weather(?: like)?(?: (?:today|tomorrow|now|here|outside|like))*$|^do you (?:like|love|hate|enjoy|prefer|believe in|want|dream|sleep|eat|drink|feel|have feelings|speak|know how to)(?: \w+){0,4}$|^(?:how old are you|where (?:are you from|do you live)|i (?:love|like|hate) you)$/u,
    "elsewhere",
  ],
  [
    new RegExp(
      `^(?:(?:no|but|well|hm+|sorry|ok) )*(?:(?:${ANSWER} )?${VERY}${WRONG}|${ANSWER}(?: (?:isnt|arent|wasnt)) ${VERY}(?:true|right|correct|accurate|helpful|it|what i (?:asked|meant|wanted)(?: for)?)|(?:${ANSWER} )?${VERY}${INSULT})${TOWARDS_BOT}$`,
      "u",
    ),
    "complaint",
  ],
  [
    /^(?:(?:no|but|sorry) )*(?:you(?:re)? (?:lie|lied|liar|suck|didnt answer(?: (?:me|my question|the question|it))?|did not answer(?: (?:me|my question|the question|it))?|dont understand(?: (?:me|my question|anything))?)|liar|i (?:dont|do not) believe (?:you|it|this|that)|i doubt (?:it|that)|(?:fuck|screw|damn)(?: (?:you|u|off|it|this))* ?(?:bot)?|shut up|go (?:away|to hell)|this bot (?:sucks|is (?:useless|bad|terrible|stupid)))$/u,
    "complaint",
  ],
  [
    /^(?:who|what)(?: exactly)? (?:are|r) (?:you|u)(?: exactly)?$|^(?:what is|whats?) your name$/u,
    "identity",
  ],
  [
    /^(?:please )?(?:help|help me|menu|commands|instructions|what can (?:you|i) (?:do|ask)(?: (?:here|you|for me))*|what do you do|how do(?:es)? (?:this|it|that|you)(?: (?:bot|thing))? work|how (?:can|do|should|to) (?:i )?use (?:this|it|you)(?: bot)?|what (?:can|should|could) i ask(?: you)?)$/u,
    "abilities",
  ],
  [
    /^(?:how are you(?: doing)?(?: today)?|how is it going|hows it going|whats up|what is up|sup)$/u,
    "feelings",
  ],
  [
    /^(?:(?:ok(?:ay)?|k|cool|nice|great|good|fine|wow|lol|haha+|hm+|ah+|oh+|i see|got it|good (?:bot|job|to know)|well done|interesting|perfect|awesome|sure|yes|yeah|yep|no|nope|right|alright|understood|then)(?: |$))+$/u,
    "agreement",
  ],
];

const ADDRESSEE = `(?: (?!(?:${ENGLISH_QUESTION_WORD}|${ENGLISH_AUXILIARY}|tell|show|please)\\b)[\\p{L}'’./-]+)`;
const MARKS = "\\s*[,.!:;–—-]+\\s*";

export const ENGLISH_COURTESY = new RegExp(
  `^(?:(?:${GREETING}(?:${TO_WHOM}|${ADDRESSEE}{1,2})|dear${ADDRESSEE}{1,4}|to whom it may concern|(?:thanks(?: a lot)?|thank you|thx|ok(?:ay)?(?: then)?|great|cool|please|please (?:help|answer|reply|advise)(?: (?:me|us|asap|soon|fast|quickly|urgently))*|urgent|excuse me|sorry|sorry (?:to|for) (?:bother|bothering|disturb|disturbing)(?: you)?|(?:(?:just|a|one|another|my|first|next|quick|short|simple|small) )*questions?(?: for you)?)${TO_WHOM})${MARKS}|${GREETING}(?: there| all| everyone| bot)? (?=(?:${ENGLISH_QUESTION_WORD}|${ENGLISH_AUXILIARY}|tell me)\\b))+`,
  "iu",
);
