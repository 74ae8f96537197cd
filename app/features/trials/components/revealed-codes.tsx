import { Form } from "@remix-run/react";
import { useT } from "~/i18n/language";
import { TextField } from "~/ui/field";

type Line = { code: string; prototypeName: string; ingredients: string; allergens: string };

/** What one person has at home: asked for with a reason, or shown after that. */
export const RevealedCodes = ({ complaintId, lines }: { complaintId: number; lines: readonly Line[] | null }) => {
  const t = useT();
  if (lines === null)
    return (
      <details className="border-t border-line pt-1">
        <summary className="min-h-10 content-center text-label font-semibold text-brick">{t("fieldwork.reveal_person")}</summary>
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="revealOf" value={complaintId} />
          <p className="text-label text-ink-2">{t("fieldwork.reveal_person_text")}</p>
          <TextField name="reason" label={t("fieldwork.reveal_reason")} minLength={10} maxLength={500} required />
          <button className="button danger small justify-self-start">{t("fieldwork.reveal")}</button>
        </Form>
      </details>
    );
  return (
    <div className="grid gap-2 rounded-card bg-brick-tint p-4">
      {lines.length === 0 && <p>{t("fieldwork.reveal_person_none")}</p>}
      <dl className="grid gap-3">
        {lines.map((line) => (
          <div key={line.code}>
            <dt className="num font-bold">
              {line.code}: {line.prototypeName}
            </dt>
            <dd className="text-label">
              {[line.ingredients, line.allergens && t("fieldwork.reveal_allergens", { allergens: line.allergens })].filter(Boolean).join(" · ") || "–"}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
