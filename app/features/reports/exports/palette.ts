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
  brick: "b23a26",
} as const;

const fromWorstToBest: Record<number, string> = { 0: "a4631f", 1: "e2b577", 2: "d3d1ca", 3: "69b8ae", 4: "005e56" };
const dark = new Set(["a4631f", "005e56", "1c6d88", "7c500f"]);
const options = ["005e56", "e2b577", "1c6d88", "d3d1ca", "a4631f", "69b8ae", "7c500f"];

/** Bands of a scale diverge; options of a choice only differ. */
export const toneOfBand = (band: number): string => fromWorstToBest[band] ?? "d3d1ca";
export const toneOfOption = (index: number): string => options[index % options.length]!;
export const inkOn = (tone: string): string => (dark.has(tone) ? "ffffff" : palette.ink);
