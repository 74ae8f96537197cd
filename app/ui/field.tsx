// Form fields made of native controls: a label, help, the problem in words, and the control tied to all three.
import type { ComponentProps, ReactNode } from "react";
import type { FieldProblems } from "~/core/errors";
import type { TranslationKey } from "~/i18n/keys";
import { useT } from "~/i18n/language";

/** What a form was answered: see `FormReply` in http. Pages pass `useActionData()`. */
export type Reply = { problems?: FieldProblems; values?: Record<string, string> } | undefined | null;

type Shared = { name: string; label: ReactNode; help?: ReactNode; reply?: Reply; optional?: boolean };

export const useProblem = (reply: Reply, name: string): string | undefined => {
  const t = useT();
  const problem = reply?.problems?.[name];
  return problem && t(`errors.${problem.key}` as TranslationKey, problem.values);
};

const idsOf = (name: string) => ({ control: `field-${name}`, help: `help-${name}`, problem: `problem-${name}` });

const Frame = ({ name, label, help, reply, optional, children }: Shared & { children: ReactNode }) => {
  const t = useT();
  const ids = idsOf(name);
  const problem = useProblem(reply, name);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={ids.control} className="text-label font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-3"> ({t("common.optional")})</span>}
      </label>
      {help && (
        <p id={ids.help} className="text-note text-ink-3">
          {help}
        </p>
      )}
      {children}
      {problem && (
        <p id={ids.problem} className="text-label font-semibold text-brick">
          {problem}
        </p>
      )}
    </div>
  );
};

const described = ({ name, help, reply }: Shared) => {
  const ids = idsOf(name);
  const hasProblem = Boolean(reply?.problems?.[name]);
  return {
    id: ids.control,
    name,
    "aria-invalid": hasProblem || undefined,
    "aria-describedby": [help ? ids.help : "", hasProblem ? ids.problem : ""].filter(Boolean).join(" ") || undefined,
  };
};

const split = <P extends Shared>({ name, label, help, reply, optional, ...rest }: P) => ({ shared: { name, label, help, reply, optional }, rest });

export const TextField = (props: Shared & Omit<ComponentProps<"input">, "name">) => {
  const { shared, rest } = split(props);
  return (
    <Frame {...shared}>
      <input className="control" {...rest} defaultValue={shared.reply?.values?.[shared.name] ?? rest.defaultValue} {...described(shared)} />
    </Frame>
  );
};

export const TextArea = (props: Shared & Omit<ComponentProps<"textarea">, "name">) => {
  const { shared, rest } = split(props);
  return (
    <Frame {...shared}>
      <textarea className="control" rows={4} {...rest} defaultValue={shared.reply?.values?.[shared.name] ?? rest.defaultValue} {...described(shared)} />
    </Frame>
  );
};

export const Select = (props: Shared & Omit<ComponentProps<"select">, "name">) => {
  const { shared, rest } = split(props);
  return (
    <Frame {...shared}>
      <select className="control" {...rest} defaultValue={shared.reply?.values?.[shared.name] ?? rest.defaultValue} {...described(shared)} />
    </Frame>
  );
};

/** One box to tick. Never ticked beforehand where it stands for a consent. */
export const Checkbox = (props: Shared & Omit<ComponentProps<"input">, "name" | "type">) => {
  const { shared, rest } = split(props);
  const ids = idsOf(shared.name);
  const problem = useProblem(shared.reply, shared.name);
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input type="checkbox" className="mt-0.5 size-5 flex-none accent-leaf" {...rest} {...described(shared)} />
        <span>{shared.label}</span>
      </label>
      {shared.help && (
        <p id={ids.help} className="ps-8 text-note text-ink-3">
          {shared.help}
        </p>
      )}
      {problem && (
        <p id={ids.problem} className="ps-8 text-label font-semibold text-brick">
          {problem}
        </p>
      )}
    </div>
  );
};

/** What went wrong, at the top of the form, each line leading to its field. It takes the focus when it appears. */
export const ProblemSummary = ({ reply }: { reply: Reply }) => {
  const t = useT();
  const problems = Object.entries(reply?.problems ?? {});
  if (problems.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} ref={(element) => element?.focus()} className="rounded-card border border-brick bg-brick-tint p-4">
      <p className="font-semibold text-brick">{t("common.problem_summary", { count: problems.length })}</p>
      <ul className="mt-1 grid gap-1">
        {problems.map(([name, problem]) => {
          const text = t(`errors.${problem.key}` as TranslationKey, problem.values);
          return (
            <li key={name}>
              {name ? (
                <a className="link" href={`#field-${name}`}>
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
