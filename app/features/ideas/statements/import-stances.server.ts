// `import stances <votes.csv> --statements <comments.csv> --board <address> --name <name> [--agree -1] [--dry-run]`: a conversation from elsewhere as a board.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { inTransaction, system, type Context } from "~/core/context";
import { paths } from "~/paths";
import { database } from "~/platform/database.server";
import { env } from "~/platform/env.server";
import { stances, statements } from "~db/schema/index";
import { createBoard } from "../create-board.server";
import { boardInput } from "../input";
import { languageOf } from "../words";
import { readConversation, type Conversation } from "./read-conversation";

const usage = "Usage: import stances <votes.csv> --statements <comments.csv> --board <address> --name <name> [--agree -1] [--dry-run]";

/** Everything or nothing. The people of the conversation do not become members: they stay outsiders under the names they had there. */
export const importConversation = async (ctx: Context, input: { conversation: Conversation; slug: string; name: string }): Promise<{ boardId: number }> => {
  const { conversation, slug, name } = input;
  const board = boardInput.parse({ name: { en: name, id: name }, purpose: { en: name, id: name }, slug, position: 99 });
  return inTransaction(ctx, async (inner) => {
    const { boardId } = await createBoard(inner, { ...board, kind: "statements" });
    const made = await inner.db
      .insert(statements)
      .values(conversation.statements.map(({ text, isShown }) => ({ boardId, text, isShown, language: languageOf(text, "en"), createdAt: ctx.now })))
      .returning({ id: statements.id });
    const idOf = new Map(conversation.statements.map(({ key }, place) => [key, made[place]!.id]));
    for (let from = 0; from < conversation.stances.length; from += 5000) {
      const part = conversation.stances.slice(from, from + 5000);
      await inner.db.insert(stances).values(part.map(({ statement, outsider, stance, at }) => ({ statementId: idOf.get(statement)!, outsider, stance, at })));
    }
    return { boardId };
  });
};

const rowsOf = async (file: string): Promise<Record<string, string>[]> => {
  const text = await readFile(file, "utf8").catch(() => Promise.reject(new Error(`There is no file at ${file}.`)));
  return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true }) as Record<string, string>[];
};

export const importStancesCommand = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      statements: { type: "string" },
      board: { type: "string" },
      name: { type: "string" },
      agree: { type: "string", default: "1" },
      "dry-run": { type: "boolean", default: false },
    },
  });
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0 || !values.statements || !values.board || !values.name || !["1", "-1"].includes(values.agree)) throw new Error(usage);
  const conversation = readConversation(await rowsOf(file), await rowsOf(values.statements), values.agree === "1" ? 1 : -1);
  const people = new Set(conversation.stances.map(({ outsider }) => outsider)).size;
  const hidden = conversation.statements.filter(({ isShown }) => !isShown).length;
  console.log(
    `${conversation.statements.length} statements (${hidden} moderated out), ${people} people, ${conversation.stances.length} stances; ${conversation.changed} times somebody answered again.`,
  );
  if (values["dry-run"]) return console.log("Nothing was kept: this was a dry run.");
  const ctx: Context = { db: database(), actor: system("import"), now: new Date(), locale: "en" };
  await importConversation(ctx, { conversation, slug: values.board, name: values.name });
  console.log(`Imported: ${env().PUBLIC_ORIGIN}${paths.stances(values.board)}`);
};
