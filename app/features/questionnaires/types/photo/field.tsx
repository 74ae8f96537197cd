import { Camera, X } from "lucide-react";
import { useT } from "~/i18n/language";
import type { FieldProps } from "../field-props";
import { controlId, QuestionFieldset } from "../question-fieldset";
import type { PhotoConfig } from "./photo";

export const Field = ({ config, name, value, legend, describedBy, isInvalid, upload }: FieldProps<PhotoConfig>) => {
  const t = useT();
  const ids = Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  const hasRoom = ids.length < config.max;
  return (
    <QuestionFieldset name={name} legend={legend} describedBy={describedBy}>
      {ids.length > 0 && (
        <ul className="grid grid-cols-2 gap-3">
          {ids.map((id, index) => (
            <li key={id} className="relative">
              <input type="hidden" name={name} value={id} />
              {upload && (
                <img
                  src={upload.fileHref(id)}
                  alt={t("questions.photo_alt", { number: index + 1 })}
                  className="aspect-square w-full rounded-card border border-line bg-sunken object-cover"
                />
              )}
              <button
                name={`${name}.remove`}
                value={id}
                className="absolute end-2 top-2 grid size-11 place-items-center rounded-full bg-surface text-ink shadow-float"
                aria-label={t("questions.photo_remove", { number: index + 1 })}
              >
                <X className="size-5" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasRoom && (
        <div className="grid justify-items-start gap-3 rounded-card border-[1.5px] border-dashed border-edge bg-surface p-4">
          <label className="grid w-full gap-2 font-[550]">
            <span className="flex items-center gap-2">
              <Camera className="size-5 flex-none text-leaf" aria-hidden="true" />
              {t("questions.photo_choose")}
            </span>
            <input
              type="file"
              id={controlId(name)}
              name="photo"
              accept="image/jpeg,image/png,image/webp"
              className="min-h-11 w-full text-label file:me-3 file:min-h-11 file:cursor-pointer file:rounded-full file:border-0 file:bg-leaf-tint file:px-4 file:font-semibold file:text-leaf-strong"
              aria-invalid={isInvalid || undefined}
              disabled={!upload || upload.isSending}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file && upload) upload.send(file);
              }}
            />
          </label>
          <noscript>
            <button className="button quiet small" formAction={upload?.action} formEncType="multipart/form-data">
              {t("questions.photo_send")}
            </button>
          </noscript>
          <p role="status" className="text-note text-ink-3">
            {upload?.isSending ? t("questions.photo_sending") : t("questions.photo_note", { count: config.max - ids.length })}
          </p>
        </div>
      )}
    </QuestionFieldset>
  );
};
