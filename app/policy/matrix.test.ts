import { describe, expect, it } from "vitest";
import { visitor, type PersonActor } from "~/core/context";
import { Forbidden, NotFound, SignInRequired } from "~/core/errors";
import { abilities, authorize, can } from "./can";
import { matrix } from "./matrix";

const rian: PersonActor = { kind: "person", id: 1, role: "product_manager", displayName: "Rian", teamIds: [1], emailVerified: true, sessionId: "" };

it("MATRIX.md says what the rules say", async () => {
  await expect(matrix()).toMatchFileSnapshot("./MATRIX.md");
});

describe("refusals", () => {
  it("what another team owns does not exist for a product manager, and a visitor is led to the sign-in", () => {
    expect(() => authorize(rian, "manage-product", { teamId: 2 })).toThrow(NotFound);
    expect(() => authorize(rian, "moderate", null)).toThrow(Forbidden);
    expect(() => authorize(visitor, "submit-idea", null)).toThrow(SignInRequired);
    expect(() => authorize(rian, "manage-product", { teamId: 1 })).not.toThrow();
  });

  it("the house itself may do everything, a visitor nothing but look at what is public", () => {
    expect(can({ kind: "system", name: "test" }, "manage-people", null)).toBe(true);
    const open = Object.keys(abilities).filter(
      (ability) => matrix().includes(`| ${ability} | `) && new RegExp(`\\| ${ability} \\| [^|]*\\| yes`).test(matrix()),
    );
    expect(open.sort()).toEqual(["see-publication", "see-trial"]);
  });
});
