// The colours of the tokens in app/ui/styles.css, light, in the form that documents take.

export const palette = {
  ink: "19251f",
  ink2: "4e5a54",
  ink3: "5f6b65",
  line: "e3dfd6",
  edge: "8b8a7d",
  sunken: "f6f2e9",
  leaf: "126042",
  leafTint: "def5e6",
  teal: "005e56",
  tealLight: "69b8ae",
  ochre: "a4631f",
  ochreLight: "e2b577",
  brick: "b23a26",
} as const;

const { teal, tealLight, ochre, ochreLight } = palette;
const grey = "d3d1ca";
const fromWorstToBest: Record<number, string> = { 0: ochre, 1: ochreLight, 2: grey, 3: tealLight, 4: teal };
const dark = new Set<string>([ochre, teal, "1c6d88", "7c500f"]);
const options = [teal, ochreLight, "1c6d88", grey, ochre, tealLight, "7c500f"];

/** Bands of a scale diverge; options of a choice only differ. */
export const toneOfBand = (band: number): string => fromWorstToBest[band] ?? grey;
export const toneOfOption = (index: number): string => options[index % options.length]!;
export const inkOn = (tone: string): string => (dark.has(tone) ? "ffffff" : palette.ink);

/** Lines of prototypes: told apart by dash and mark as well, as on the page. */
const lines = [palette.teal, palette.ochre, palette.ink3, palette.tealLight, palette.ochreLight, palette.ink];
export const toneOfLine = (index: number): string => lines[index % lines.length]!;
