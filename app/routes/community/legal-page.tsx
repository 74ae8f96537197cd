import type { LegalText } from "~/features/settings/legal/legal-text";
import type { Operator } from "~/features/settings/operator.server";
import { useT } from "~/i18n/language";

/** Who runs this community, or the plain fact that nobody has said so yet. */
export const OperatorCard = ({ operator }: { operator: Operator }) => {
  const t = useT();
  return (
    <section className="card grid max-w-[68ch] gap-2" aria-labelledby="operator">
      <h2 id="operator">{t("legal.operator_title")}</h2>
      {operator.name ? (
        <address className="grid gap-1 not-italic">
          <span className="font-semibold">{operator.name}</span>
          {operator.address && <span className="whitespace-pre-line">{operator.address}</span>}
          {operator.email && (
            <a className="link justify-self-start py-1.5" href={`mailto:${operator.email}`}>
              {operator.email}
            </a>
          )}
        </address>
      ) : (
        <p className="text-ink-2">{t("legal.operator_missing")}</p>
      )}
    </section>
  );
};

const Lines = ({ lines }: { lines: readonly string[] }) => {
  const points = lines.filter((line) => line.startsWith("- "));
  const sentences = lines.filter((line) => !line.startsWith("- "));
  return (
    <>
      {points.length > 0 && (
        <ul>
          {points.map((line) => (
            <li key={line} className="mb-1.5">
              {line.slice(2)}
            </li>
          ))}
        </ul>
      )}
      {sentences.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
};

export const LegalPage = ({ text, operator }: { text: LegalText; operator: Operator }) => (
  <article className="mx-auto grid max-w-[760px] gap-4 pt-4">
    <h1>{text.title}</h1>
    <p className="max-w-[60ch] text-[18px] text-ink-2">{text.lead}</p>
    <div className="prose">
      {text.sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <Lines lines={section.lines} />
        </section>
      ))}
    </div>
    <OperatorCard operator={operator} />
  </article>
);
