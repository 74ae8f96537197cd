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
        <div className="group/photo grid justify-items-start gap-3 rounded-card border-[1.5px] border-dashed border-edge bg-surface p-4">
          {/* The button is the label: what a browser says in its own language beside a file input stays out of sight. */}
          <label className="button quiet small has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-leaf">
            <Camera className="size-5 flex-none" aria-hidden="true" />
            {t("questions.photo_choose")}
            <input
              type="file"
              id={controlId(name)}
              name="photo"
              accept="image/jpeg,image/png,image/webp"
              className="sr-only"
              required
              aria-invalid={isInvalid || undefined}
              disabled={upload?.isSending}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file && upload) upload.send(file);
              }}
            />
          </label>
          <noscript>
            {/* Valid once a picture was chosen; without JavaScript nothing else could say so. */}
            <p className="mb-3 hidden text-label font-semibold text-leaf group-has-[input:valid]/photo:block">{t("questions.photo_chosen")}</p>
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
