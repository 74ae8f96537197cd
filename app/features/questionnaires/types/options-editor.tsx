// The options of a choice: items with, for a screener, what choosing them means, and whether one excludes the others.
import type { LocalizedText } from "~/core/locale";
import { useT } from "~/i18n/language";
import { Pick, Tick } from "./editor-controls";
import { ItemsEditor } from "./items-editor";
import type { Screening } from "./question-type";

type Option = { value: string; label: LocalizedText; screening: Screening; exclusive?: boolean; anchored?: boolean };
type Props = {
  options: Option[];
  onChange: (options: Option[]) => void;
  screens: boolean;
  isReadOnly: boolean;
  mayBeExclusive?: boolean;
  mayBeAnchored?: boolean;
};

export const OptionsEditor = ({ options, onChange, screens, isReadOnly, mayBeExclusive, mayBeAnchored }: Props) => {
  const t = useT();
  return (
    <ItemsEditor
      legend={t("builder.options")}
      stem="option"
      items={options}
      onChange={onChange}
      isReadOnly={isReadOnly}
      mayBeAnchored={mayBeAnchored}
      blank={{ screening: "neutral" }}
      more={(option, change, number) => (
        <>
          {screens && (
            <Pick
              label={t("builder.screening_of", { number })}
              hidesLabel
              value={option.screening}
              onChange={(screening) => change({ screening })}
              isReadOnly={isReadOnly}
              options={[
                { value: "neutral", label: t("builder.screening_neutral") },
                { value: "qualify", label: t("builder.screening_qualify") },
                { value: "disqualify", label: t("builder.screening_disqualify") },
              ]}
            />
          )}
          {mayBeExclusive && (
            <Tick
              label={t("builder.exclusive")}
              isOn={option.exclusive ?? false}
              onChange={(isOn) => change({ exclusive: isOn || undefined })}
              isReadOnly={isReadOnly}
            />
          )}
        </>
      )}
    />
  );
};
