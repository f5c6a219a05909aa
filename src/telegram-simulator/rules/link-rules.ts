const SCHEMES_OF_TELEGRAM = new Set(["tg:", "ton:", "tonsite:"]);
const SCHEMES_OF_THE_WEB = new Set(["http:", "https:"]);
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/** Why Telegram rejects a URL. */
export function linkProblem(address: string): string {
  if (address.trim() === "") return "URL host is empty";
  const hasOtherScheme = HAS_SCHEME.test(address) && !SCHEMES_OF_THE_WEB.has(schemeOf(address));
  return hasOtherScheme ? "Unsupported URL protocol" : "Wrong HTTP URL";
}

/** The URL as Telegram stores it, or undefined if it rejects it. From memory of TDLib. */
export function acceptedUrl(address: string): string | undefined {
  const trimmed = address.trim();
  const withScheme = HAS_SCHEME.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(withScheme)) return undefined;

  const url = new URL(withScheme);
  if (SCHEMES_OF_TELEGRAM.has(url.protocol)) return trimmed;
  const isPublicHost = url.hostname.includes(".") || url.hostname.startsWith("[");
  return SCHEMES_OF_THE_WEB.has(url.protocol) && isPublicHost ? url.href : undefined;
}

function schemeOf(address: string): string {
  return (HAS_SCHEME.exec(address.trim())?.[0] ?? "").toLowerCase();
}
