// A board, and ideas that stand on it as if they had been read and let out long ago.
import type { PersonActor } from "~/core/context";
import { before, hourInMs } from "~/core/time";
import { hotScore } from "~/features/ideas/idea";
import { eq } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { boards, ideas, people } from "~db/schema/index";
import { noon } from "./database";

const both = (text: string) => ({ en: text, id: text });

export const aBoard = async (db: Database, slug = `board-${Math.random().toString(36).slice(2, 10)}`): Promise<number> => {
  const [board] = await db
    .insert(boards)
    .values({ slug, name: both("Laundry at home"), purpose: both("What would make washing easier?"), createdAt: noon })
    .returning();
  return board!.id;
};

type IdeaFacts = Partial<typeof ideas.$inferInsert>;

export const anIdea = async (db: Database, boardId: number, author: PersonActor, facts: IdeaFacts = {}): Promise<number> => {
  const createdAt = facts.createdAt ?? before(noon, hourInMs);
  const [idea] = await db
    .insert(ideas)
    .values({
      boardId,
      authorId: author.id,
      title: "A cap that opens with one wet hand",
      body: "With the baby on one arm I cannot twist and squeeze at the same time.",
      language: "en",
      state: "published",
      createdAt,
      publishedAt: createdAt,
      hot: hotScore(facts.voteCount ?? 0, createdAt),
      ...facts,
    })
    .returning();
  return idea!.id;
};

/** Three published ideas of an older day: what this person writes next is public at once. */
export const trust = async (db: Database, boardId: number, author: PersonActor): Promise<void> => {
  const createdAt = before(noon, 30 * 24 * hourInMs);
  for (const number of [1, 2, 3]) await anIdea(db, boardId, author, { title: `An older idea, number ${number}`, body: "Nothing about washing.", createdAt });
  await db.update(people).set({ createdAt }).where(eq(people.id, author.id));
};
