import { expect, it } from "vitest";
import { containsLink, watchedWordIn } from "./watched-words";

it("watches for whole words only", () => {
  expect(watchedWordIn("Main SLOT  Gacor di sini")).toBe("slot gacor");
  expect(watchedWordIn("Fungsi perjudian kata ini tidak ada: studio, mujudi")).toBeNull();
});

it("takes addresses for links, and sentences that end without a space for what they are", () => {
  for (const text of ["https://a.example/b", "lihat www.toko-kami", "hubungi sabun@toko.example", "diskon di murah.shop"])
    expect(containsLink(text)).toBe(true);
  for (const text of ["Tutupnya licin.Saya jatuhkan", "1.5 liter", "e.g. a cap"]) expect(containsLink(text)).toBe(false);
});
