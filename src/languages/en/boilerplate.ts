import type { BoilerplateForms } from "../boilerplate.ts";

const MEDIA =
  "(?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|viber|tiktok|linkedin|threads|bluesky|google news|flipboard|pinterest|reddit)";
const MONTH =
  "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\\.?";

/** What pages want their readers to have. */
const OFFERS = `newsletters?|inbox|subscri\\p{L}+|account|app|${MEDIA}|podcast|channel|forums?|members?(?:hip)?|tips?|story ideas?|e-?mails?|e-newsletter|notifications?|updates|alerts|comments?|free trial|letterbox`;

export const ENGLISH_BOILERPLATE: BoilerplateForms = {
  elsewhere:
    /^(?:[\p{P}\p{S}\s]*)(?:(?:read|see|watch|find out|learn|hear|discover|click here for|click for|for) (?:also|more|next|the full (?:story|article|report))\b(?: on| about| from| in| at| here|:|$|[.…»>])|also (?:read|see|watch|on)\b|more(?: (?:on|from|about)(?: [\p{L}\p{N}'’]+){1,3})? ?: |(?:related|read|watch|see also|also|recommended|previously|don['’]t miss|must[- ]read|further reading|background|explainer|in pictures|live updates|listen|video|photos|gallery)(?: [\p{L}\p{N}'’]+){0,3} ?: |related(?: [\p{L}]+){0,2}:?$|more(?: [\p{L}]+){0,2}:$|story continues|continue reading|(?:this )?(?:article|story) continues)/iu,
  elsewhereHeading:
    /^(?:(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|related|more|most|top|latest|trending|popular|read|also|editor['’]s?|what to read|in case you missed it|don['’]t miss|up next|further|also on|from around the web|sponsored|promoted|holiday)\b(?: [\p{L}\p{N}'’]+){0,6}:?|see also:?|see more:?|(?:story|news) timeline|topics|tags|links|trending)$/iu,
  invitation: new RegExp(
    `^[\\p{P}\\p{S}\\s]*(?:(?:please )?(?:${[
      // Words that hardly open a sentence of an article, and what they are about.
      `(?:sign up|subscribe|register|sign in|log in|join|download)\\b.{0,120}?\\b(?:${OFFERS})`,
      // Words that may, so that it has to speak to the reader as well.
      `(?:follow|like|get|support|donate|become|contact|e-?mail|write to|send|have (?:a|you)|do you|got a|click|tap|listen|watch|check out|visit|keep up|stay)\\b(?=.{0,160}\\b(?:you|your|our|us|here|below|@\\S+)\\b|.{0,60}@).{0,160}?\\b(?:${OFFERS}|here)`,
    ].join("|")})\\b|${[
      "(?:tell|let) us (?:know )?what you think",
      "join the (?:conversation|discussion)",
      "leave a (?:comment|reply)",
      "share (?:this (?:article|story|post|page)|your (?:thoughts|views|opinion))\\b",
      "add (?:a |your )?comment",
      ".{1,60} (?:can|may) be (?:reached|followed|contacted) (?:at|on|via|by|through) .{0,40}(?:@|twitter|facebook|e-?mail|phone|\\d{3})",
      `you can (?:follow|reach|contact|email) .{0,80}(?:@|\\b(?:${MEDIA})\\b)`,
      `follow (?:\\S+ ){1,4}on (?:${MEDIA})\\b`,
      // About the author.
      `.{1,120}(?<=[.!]) follow (?:him|her|them|me|\\S+ \\S+|@\\S+) (?:on (?:${MEDIA})|@|at @)`,
    ].join("|")})`,
    "iu",
  ),
  // Case tells names from words.
  byline: new RegExp(
    `^(?!.*\\p{Ll}\\.$)(?:${[
      "(?:By|BY|by):? (?:\\p{Lu}|@)[\\p{L}.'’-]+(?:[ ,]+(?:and|&|\\p{Lu}[\\p{L}.'’-]*|of|the|for|in|\\|))*[.,]?$",
      "(?:By|BY|by)$",
      "(?:Written|Reported|Reporting|Posted|Published|PUBLISHED|Updated|UPDATED|Edited|Created|Last (?:updated|modified|edited)|First published|Originally published|Filed under|Filed|Additional reporting|Editing|Story|Words|Text)(?: (?:on|by|at|in))?\\b ?:?(?=.{0,90}$)(?:.*\\d{1,4}|.*\\bby\\b| \\p{Lu}).*$",
      `(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH}),? \\d{4}\\b.{0,40}$`,
      "\\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)\\b",
      "(?:Sources?|SOURCES?|Via|Location|Provided by|Dateline)\\s?:(?=.{0,60}$)",
    ].join("|")})`,
    "u",
  ),
  credit:
    /^(?:[\p{P}\s]*)(?:(?:photos?|pictures?|images?|picture credit|photo credit|image credit|credits?|image source|video|illustration|photo illustration|graphic|photographs?|screenshot|courtesy)(?: ?(?:by|via|credit|courtesy|caption|copyright|©|:)| (?:of|from)(?!.*\p{Ll}\.$))|(?:(?:image|media) caption|enlarge(?: this)? image|hide caption|toggle caption|close|caption|photo)$)|^(?:in )?this .{0,50}(?:file )?(?:photo|image|picture)\b|^.{0,60}(?:getty images|associated press photo|shutterstock|\/ ?(?:ap|reuters|afp|getty|epa|tass)\b|\(ap photo).{0,40}$/iu,
  label:
    /^(?:advertisements?|adverts?|ads?|sponsored(?: content)?|share(?: this)?(?: (?:article|story|page|post|on [\p{L}]+))?|print(?: this)?(?: (?:article|story|page))?|e-?mail|comments?|(?:view|show|load|read|hide|add|post|see) (?:all |more |the |a |\d+ )*comments?|\d+ comments?|loading\.*|close|menu|search|home|news|skip to (?:main )?content|back to top|top|next|previous|prev|play|pause|gallery|slideshow|caption|image|tweet|like|save|copy link|link copied!?|listen(?: to (?:this )?article)?|follow|subscribe|sign in|log in|view (?:original )?tweet|view author archive|enlarge image|read (?:more|next|full article)|more|this slideshow requires javascript\.?|image \d+ of \d+|\d+ of \d+|(?:reuters|ap|afp|associated press|bloomberg|getty images|staff)|advertisement - continue reading below|scroll (?:down )?(?:for|to).{0,30}|tags?:?.{0,80}|topics?:.{0,80}|categor(?:y|ies):.{0,80})$/iu,
  legal:
    /^(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|this (?:material|document|article|site|website|story|content) (?:may not|is (?:subject to|protected|copyright)|uses? cookies|was (?:originally )?(?:published|produced)|has been (?:updated|published))|reproduction\b|terms of (?:use|service)|privacy (?:policy|notice)|(?:we|our site) (?:may|uses?) (?:earn|cookies|receive|affiliate)|by (?:clicking|signing|subscribing|submitting|continuing)|(?:the )?views? expressed (?:in|here|by)|the opinions? expressed|citation\b|disclaimer|disclosure|correction policy|our standards)/iu,
  ending:
    /^(?:about (?:the )?(?:author|writer|company|us|[\p{Lu}][\p{L}.&'’-]+(?: [\p{Lu}][\p{L}.&'’-]+){0,3})|(?:media |press )?contacts?(?: information)?|author bio|the author|comments?|leave a reply|join the conversation|tell us what you think.*|discussion|share this.*|sources?:?|references|photo gallery|for (?:more|further) information.*|more information.*)$/iu,
  wall: /^[\p{P}\s]*(?:(?:this|the) (?:article|story|content|report|text) is (?:only |exclusively )?(?:for|available to|reserved for|exclusive to) .{0,30}(?:subscribers|members)|subscribe (?:now )?(?:to|and) (?:continue|keep|read (?:on|more|the (?:full|rest)))|(?:to|want to) (?:continue|keep|finish) reading\b.{0,60}(?:subscribe|subscription|log in|sign in|register)|already a (?:subscriber|member)|you(?:['’]ve| have) (?:reached|read|used) (?:your|all|the) .{0,40}(?:limit|free articles)|for subscribers only|subscribers only)/iu,
  missing:
    /^(?:(?:error:? )?404(?![\p{L}\p{N}])|(?:oops\S* |sorry\S* )*(?:(?:the|this|that) )?(?:page|article|story|content)(?: you(?:['’]re| are| were)? (?:looking for|requested|tried to reach))? (?:not found|(?:was|could|can)(?: ?not|n['’]t) (?:be )?found|(?:is |has been )?(?:no longer available|removed|unavailable)|(?:does|do)(?: not|n['’]t) exist|no longer exists)|(?:oops\S* |sorry\S* )*we (?:can(?:no|['’])t|could(?: not|n['’]t)) find (?:the|that|this) (?:page|article|story)|not found$)/iu,
  challenge:
    /^(?:just a moment|checking (?:your browser|if the site)|(?:please )?(?:verify|confirm|prove)(?: that)? you(?:['’]re| are) (?:not a robot|(?:a )?human)|verifying (?:that )?you are|are you a (?:robot|human)|attention required|access (?:to this page has been )?denied|performing security verification|(?:please |you need to )?enable (?:javascript|js|cookies))/iu,
  consent:
    /(?<!\p{L})(?:we|our|your?|this (?:web)?site)(?!\p{L}).{0,200}(?<!\p{L})(?:consent|personal data|partners|privacy (?:settings|choices|policy)|your privacy|(?:accept|uses?|manage|store|reject|set) .{0,40}cookies|cookies .{0,60}(?:device|browser|(?:web)?site|advertis|preferences|settings))|(?<!\p{L})your privacy(?!\p{L})/iu,
};
