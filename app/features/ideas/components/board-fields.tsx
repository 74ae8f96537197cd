import { useT } from "~/i18n/language";
import type { LocalizedText } from "~/core/locale";
import { TextField, type Reply } from "~/ui/field";
import { LocalizedField } from "~/ui/localized-field";

type Props = { board?: { name: LocalizedText; purpose: LocalizedText; slug: string; position: number }; nextPosition?: number; reply: Reply };

export const BoardFields = ({ board, nextPosition = 0, reply }: Props) => {
  const t = useT();
  return (
    <>
      <LocalizedField name="name" label={t("admin.board_name")} value={board?.name} reply={reply} required maxLength={60} />
      <LocalizedField
        name="purpose"
        label={t("admin.board_purpose")}
        help={t("admin.board_purpose_help")}
        value={board?.purpose}
        reply={reply}
        rows={3}
        required
        maxLength={400}
      />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_120px]">
        <TextField
          name="slug"
          label={t("admin.board_slug")}
          help={t("admin.board_slug_help")}
          reply={reply}
          defaultValue={board?.slug}
          required
          maxLength={60}
          pattern="[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*"
        />
        <TextField
          name="position"
          label={t("admin.board_position")}
          help={t("admin.board_position_help")}
          reply={reply}
          defaultValue={board?.position ?? nextPosition}
          type="number"
          inputMode="numeric"
          min={0}
          max={999}
          required
        />
      </div>
    </>
  );
};
