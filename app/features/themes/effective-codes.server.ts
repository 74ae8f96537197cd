// What counts: a settled reading, else that of whoever coded the answer first. Where coders differ and nothing is settled, the report says so.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { Codes } from "./theme";

type Question = { questionKey: string; versionId: number };

export const effectiveCodings = async (ctx: Context, { questionKey, versionId }: Question, responseIds?: readonly number[]): Promise<Map<number, Codes>> => {
  const only = responseIds === undefined ? sql`` : sql`and c.response_id = any(${`{${responseIds.join(",")}}`}::int[])`;
  const rows = await ctx.db.execute<{ responseId: number; tone: Codes["tone"]; themeIds: number[] }>(sql`
    select distinct on (c.response_id) c.response_id as "responseId", c.tone,
      array(select t.theme_id from coding_themes t where t.coding_id = c.id order by t.theme_id) as "themeIds"
    from codings c join responses r on r.id = c.response_id
    where r.version_id = ${versionId} and c.question_key = ${questionKey} ${only}
    order by c.response_id, c.is_settled desc, c.id`);
  return new Map([...rows].map(({ responseId, tone, themeIds }) => [responseId, { tone, themeIds }]));
};
