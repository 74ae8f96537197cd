// What a new change begins with: a decision and its trial, an idea, or nothing but the product to choose.
import type { Context } from "~/core/context";
import type { LocalizedText } from "~/core/locale";
import { listProducts } from "~/features/products/queries.server";
import type { ChangeStep } from "./change";
import { findDecision, findPublishedIdea, listCandidateIdeas, listPickedQuotations } from "./queries.server";

const monthOf = (moment: Date): string => moment.toISOString().slice(0, 7);

const firstStep = (moment: Date): ChangeStep => ({ label: { en: "You said it", id: "Kamu usul" }, on: monthOf(moment) });

export const prepareChange = async (ctx: Context, { decisionId, ideaId }: { decisionId: number | null; ideaId: number | null }) => {
  const empty: LocalizedText = { en: "", id: "" };
  const decision = decisionId === null ? null : await findDecision(ctx, decisionId);
  const idea = ideaId === null ? null : await findPublishedIdea(ctx, ideaId);
  const products = decision ? [] : (await listProducts(ctx)).items.map(({ id, name }) => ({ id, name }));
  return {
    decision: decision && { id: decision.decision.id, productId: decision.productId, finding: decision.finding, note: decision.decision.note },
    products,
    productId: idea?.productId ?? null,
    ideas: await listCandidateIdeas(ctx, decision?.productId ?? idea?.productId ?? null, idea ? [idea.id] : []),
    quotations: decision ? await listPickedQuotations(ctx, decision.trialId) : [],
    values: {
      title: empty,
      said: empty,
      // What the decision led to, in the language of whoever writes; the other is for them to fill in.
      did: decision?.outcome ? { ...empty, [ctx.locale]: decision.outcome } : empty,
      quote: "",
      steps: idea ? [firstStep(idea.createdAt)] : [],
      quotationId: null,
      ideaIds: idea ? [idea.id] : [],
    },
  };
};
