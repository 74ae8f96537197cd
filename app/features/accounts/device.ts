// A session is recognised by its browser and system in words; versions and models say more about a person than they need.

const browsers = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\/|\bOPT\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const systems = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad|iPod)\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
] as const;

const firstMatch = (agent: string, names: readonly (readonly [RegExp, string])[]): string => names.find(([pattern]) => pattern.test(agent))?.[1] ?? "";

/** "Chrome · Android", or an empty text for an agent that says nothing. */
export const describeDevice = (userAgent: string | null): string =>
  [firstMatch(userAgent ?? "", browsers), firstMatch(userAgent ?? "", systems)].filter(Boolean).join(" · ");
