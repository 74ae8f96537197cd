import { Lightbulb } from "lucide-react";
import { useT } from "~/i18n/language";
import { paths } from "~/paths";

type Remark = { responseId: number; questionKey: string; code: string | null; text: string };

/** What the person wrote, each one tap away from becoming an idea. */
export const Remarks = ({ remarks }: { remarks: readonly Remark[] }) => {
  const t = useT();
  return (
    <section className="grid gap-4 rounded-card bg-turmeric-tint p-5" aria-labelledby="remarks">
      <div className="grid gap-1">
        <h2 id="remarks">{t("trials.remarks_title")}</h2>
        <p className="text-label text-ink-2">{t("trials.remarks_text")}</p>
      </div>
      <ul className="grid gap-4">
        {remarks.map((remark) => (
          <li key={`${remark.responseId} ${remark.questionKey}`} className="grid gap-1.5">
            <p className="quote line-clamp-4">“{remark.text}”</p>
            <a
              className="link inline-flex min-h-11 items-center gap-1.5 justify-self-start text-label"
              href={paths.newIdea({ response: remark.responseId, question: remark.questionKey })}
            >
              <Lightbulb className="size-4" aria-hidden="true" />
              {t("trials.make_idea")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
