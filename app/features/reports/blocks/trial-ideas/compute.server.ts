// Ideas that grew out of remarks in the trial, with what the community made of them. Who wrote them is not said.
import { sql } from "drizzle-orm";
import type { Context } from "~/core/context";
import type { IdeaStatus } from "~/features/ideas/idea";
import type { TranslationKey } from "~/i18n/keys";
import { hiddenGroups } from "~/statistics/suppression";
import type { ReportData } from "../../data.server";
import { sayLater } from "../../later/words.server";
import type { QuestionsBlock } from "../../question-result";
import { cell, plainText, textCell } from "../../result-parts.server";
import { inBoth } from "../../sentences.server";

type Row = { id: number; title: string; status: IdeaStatus; votes: number; tested: number; comments: number };

const mostShown = 50;

const findIdeas = (ctx: Context, trialId: number) =>
  ctx.db.execute<Row>(sql`
    select i.id, i.title, i.status, i.vote_count as votes, i.comment_count as comments,
      (select count(*)::int from idea_votes v join participants q on q.person_id = v.person_id and q.trial_id = p.trial_id where v.idea_id = i.id) as tested
    from ideas i join participants p on p.id = i.from_participant_id
    where p.trial_id = ${trialId} and p.state <> 'excluded' and i.state = 'published' order by i.vote_count desc, i.id`);

export const computeTrialIdeas = async (ctx: Context, data: ReportData): Promise<QuestionsBlock[]> => {
  if (data.segment) return [];
  const ideas = [...(await findIdeas(ctx, data.trial.id))];
  const [first] = ideas;
  if (!first) return [];
  const votes = ideas.reduce((sum, idea) => sum + idea.votes, 0);
  const isAnyHidden = ideas.some(({ votes: all, tested }) => hiddenGroups([tested, all - tested]).some(Boolean));
  return [
    {
      block: "ideas",
      questions: [
        {
          key: "ideas",
          text: sayLater("ideas_text"),
          title: sayLater(first.votes > 0 ? "ideas_title" : "ideas_title_no_votes", { count: ideas.length, best: first.title, votes: { number: first.votes } }),
          strength: null,
          n: votes,
          base: sayLater("ideas_base", { count: votes }),
          chart: null,
          tables: [
            {
              caption: sayLater("ideas_table"),
              head: ["ideas_head_idea", "ideas_head_votes", "ideas_head_tested", "ideas_head_others", "ideas_head_comments", "ideas_head_status"].map((key) =>
                sayLater(key),
              ),
              rows: ideas.slice(0, mostShown).map(({ title, status, votes: all, tested, comments }, place) => {
                const isHidden = hiddenGroups([tested, all - tested]).some(Boolean);
                return {
                  key: String(place + 1),
                  label: plainText(title),
                  isLow: false,
                  cells: [
                    cell("count", all),
                    isHidden ? textCell(sayLater("hidden")) : cell("count", tested),
                    isHidden ? textCell(sayLater("hidden")) : cell("count", all - tested),
                    cell("count", comments),
                    textCell(inBoth((t) => t(`ideas.status_${status}` as TranslationKey))),
                  ],
                };
              }),
            },
          ],
          method: sayLater("ideas_method"),
          notes: isAnyHidden ? [sayLater("hidden_note")] : [],
        },
      ],
    },
  ];
};
