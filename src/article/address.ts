/** What only says where a reader came from, or in what form they read. */
const CAMPAIGN =
  /^(?:utm_\w+|at_\w+|mc_[ce]id|(?:fb|g|y|d|tw|tt|ys)?clid|msclkid|[gw]braid|igsh(?:id)?|_g[al]|_openstat|ref|ref_src|from|cmp|cmpid|smid|smtyp|xtor|amp)$/iu;
/** `?outputType=amp` */
const FORM = /^output(?:type)?$/iu;

/** The address of an article in a form for comparing: the same for all that lead to one page. */
export function canonicalAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = cachedPage(new URL(url));
  const parameters = [...address.searchParams].filter(
    ([name, value]) => !CAMPAIGN.test(name) && !(FORM.test(name) && value === "amp"),
  );
  const search = new URLSearchParams(parameters);
  search.sort();
  const page = [hostOf(address), ...pathOf(address)].join("/");
  return search.size > 0 ? `${page}?${search.toString()}` : page;
}

const AMP_CACHE = /(?:^|\.)cdn\.ampproject\.org$/u;
const GOOGLE = /(?:^|\.)google\.[a-z.]+$/u;
const CACHED_PAGE = /^\/(?:amp|[civ])\/(?:s\/)?(?<page>[^/.]+(?:\.[^/.]+)+\/.+)$/u;

/** The page that an AMP cache shows a copy of. */
function cachedPage(address: URL): URL {
  if (!AMP_CACHE.test(address.hostname) && !GOOGLE.test(address.hostname)) return address;
  const page = CACHED_PAGE.exec(address.pathname)?.groups?.["page"];
  const own = page === undefined ? "" : `https://${page}${address.search}`;
  return URL.canParse(own) ? new URL(own) : address;
}

const FORM_OF_SITE: ReadonlySet<string | undefined> = new Set(["www", "m", "mobile", "amp"]);

/** Without what stands for a form of the site, as long as a domain is left: not of `m.me`. */
function hostOf({ hostname, port }: URL): string {
  const labels = hostname.split(".").filter((label) => label !== "");
  while (labels.length > 2 && FORM_OF_SITE.has(labels[0])) labels.shift();
  // `en.m.wikipedia.org`
  if (labels.length > 3 && labels[1] === "m") labels.splice(1, 1);
  return labels.join(".") + (port === "" ? "" : `:${port}`);
}

const INDEX = /^index\.(?:html?|php)$/iu;
const AMP_FILE = /\.amp(?=\.html?$|$)/iu;
/** The names of articles have several words or a number; "amp" below another name is a name of its own. */
const NAME_OF_ARTICLE = /[-_\p{Nd}]/u;

function pathOf({ pathname }: URL): string[] {
  const segments = pathname.split("/").flatMap((part) => (part === "" ? [] : decoded(part)));
  if (INDEX.test(segments.at(-1) ?? "")) segments.pop();
  if (segments.at(-1) === "amp" && NAME_OF_ARTICLE.test(segments.at(-2) ?? "")) segments.pop();
  if (segments[0] === "amp" && NAME_OF_ARTICLE.test(segments.at(-1) ?? "")) segments.shift();
  const file = segments.pop();
  return file === undefined ? segments : [...segments, file.replace(AMP_FILE, "")];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch {
    return segment;
  }
}

/** A start page, its form in a language, or a list of articles, if the path has nothing else. */
const SECTION =
  /^(?:\p{L}{2}(?:[-_]\p{L}{2})?|about|archive|articles?|business|contacts?|culture|feed|home|latest|news|opinion|politics|rss|search|sports?|tags?|topics?|video|world)$/iu;
const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|heic|mp[34]|m4[av]|mov|webm|ogg|oga|pdf|zip|xml|css|js)$/iu;
/** Posts, profiles, films, maps and messages. */
const NO_ARTICLES =
  /(?:^|\.)(?:t\.me|telegram\.(?:me|org|dog)|instagram\.com|facebook\.com|fb\.com|x\.com|twitter\.com|tiktok\.com|youtube\.com|youtu\.be|vk\.com|linkedin\.com|threads\.(?:net|com)|wa\.me|whatsapp\.com|goo\.gl|google\.[a-z.]+)$/iu;

/** Whether a link may lead to an article: not to a start page, a picture or a post of a social network. */
export function mayBeArticle(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const address = cachedPage(new URL(url));
  const { protocol, hostname, search } = address;
  if (!/^https?:$/u.test(protocol) || NO_ARTICLES.test(hostname)) return false;
  const path = pathOf(address);
  if (FILE.test(path.at(-1) ?? "")) return false;
  // `/?p=123`
  return path.some((segment) => !SECTION.test(segment)) || /\p{Nd}/u.test(search);
}
