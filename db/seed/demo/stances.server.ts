// A board of statements that most of the demo's members have judged.
import { createBoard } from "../../../app/features/ideas/create-board.server";
import { addStatements } from "../../../app/features/ideas/statements/manage-statements.server";
import { takeStance } from "../../../app/features/ideas/statements/take-stance.server";
import { createRandom, nextUniform } from "../../../app/statistics/random";
import { statementBoard, statementTexts } from "../texts/statements";
import { as, daysAgo, person, schedule, type Stage } from "./stage.server";

export const seedStances = (stage: Stage): void => {
  schedule(stage, daysAgo(stage, 20), async () => {
    const maya = as(stage, "maya", daysAgo(stage, 20));
    const { boardId } = await createBoard(maya, { ...statementBoard, position: 9, kind: "statements" });
    const ids = await addStatements(maya, { boardId, texts: statementTexts.map(({ text }) => text) });
    const random = createRandom("demo-stances");
    // Sari is left to try it for herself.
    const members = [...stage.people.keys()].filter((key) => person(stage, key).role === "member" && key !== "sari");
    for (const [place, key] of members.entries()) {
      if (!person(stage, key).emailVerified) continue;
      for (const [index, { weekly, monthly }] of statementTexts.entries()) {
        const isPassed = nextUniform(random) < 0.06;
        const agrees = nextUniform(random) < (place % 5 < 3 ? weekly : monthly);
        if (nextUniform(random) < 0.08) continue;
        const member = as(stage, key, daysAgo(stage, 18 - (place % 16)));
        await takeStance(member, { statementId: ids[index]!, stance: isPassed ? "pass" : agrees ? "agree" : "disagree" });
      }
    }
  });
};
