import { describe, expect, test } from "vitest";
import { allStudies } from "./all-studies";
import { compareStudy, findStudy, studyFolders } from "./comparison";

const places = studyFolders();

describe("our values beside reference results", () => {
  for (const study of allStudies) {
    const folder = findStudy(study, places);
    if (folder === null) {
      test.skip(`${study.name}: not checked, its data may not be part of this repository and are not in ../shared/data`);
      continue;
    }
    test(`${study.name}: every value lies within tolerance`, { timeout: 120_000 }, () => {
      const rows = compareStudy(study, folder);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ isWithin }) => !isWithin)).toEqual([]);
    });
  }
});
