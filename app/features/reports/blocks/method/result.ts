import type { LocalizedText } from "~/core/locale";

export type MethodBlock = {
  block: "method";
  notes: LocalizedText[];
  confidence: number;
  seed: string;
  softwareVersion: string;
  dataHash: string;
};
