const SCHEMES_OF_TELEGRAM = new Set(["tg:", "ton:", "tonsite:"]);
const SCHEMES_OF_THE_WEB = new Set(["http:", "https:"]);
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/** The address as Telegram keeps it, or undefined where it takes it for none. From memory of TDLib. */
export function acceptedUrl(address: string): string | undefined {
  const trimmed = address.trim();
  const withScheme = HAS_SCHEME.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(withScheme)) return undefined;

  const url = new URL(withScheme);
  if (SCHEMES_OF_TELEGRAM.has(url.protocol)) return trimmed;
  const isPublicHost = url.hostname.includes(".") || url.hostname.startsWith("[");
  return SCHEMES_OF_THE_WEB.has(url.protocol) && isPublicHost ? url.href : undefined;
}
