import { useT } from "~/i18n/language";
import { Select, TextArea, TextField, type Reply } from "~/ui/field";
import { provinces } from "../address";

/** A delivery address as couriers in Indonesia need it. */
export const IndonesianAddressFields = ({ reply }: { reply: Reply }) => {
  const t = useT();
  return (
    <>
      <input type="hidden" name="where" value="indonesia" />
      <TextField name="recipient" label={t("trials.address_recipient")} autoComplete="name" required maxLength={80} reply={reply} />
      <TextField
        name="mobile"
        label={t("trials.address_mobile")}
        help={t("trials.address_mobile_help")}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
        maxLength={24}
        reply={reply}
      />
      <TextField name="street" label={t("trials.address_street")} autoComplete="address-line1" required maxLength={200} reply={reply} />
      <div className="grid grid-cols-2 items-end gap-3">
        <TextField name="rt" label="RT" inputMode="numeric" maxLength={3} reply={reply} />
        <TextField name="rw" label="RW" inputMode="numeric" maxLength={3} reply={reply} />
      </div>
      <div className="grid items-end gap-5 sm:grid-cols-2 sm:gap-3">
        <TextField name="kelurahan" label={t("trials.address_kelurahan")} autoComplete="address-level4" required maxLength={80} reply={reply} />
        <TextField name="kecamatan" label={t("trials.address_kecamatan")} autoComplete="address-level3" required maxLength={80} reply={reply} />
        <TextField name="city" label={t("trials.address_city")} autoComplete="address-level2" required maxLength={80} reply={reply} />
        <Select name="province" label={t("trials.address_province")} autoComplete="address-level1" required reply={reply} defaultValue="">
          <option value="" disabled>
            {t("trials.choose")}
          </option>
          {provinces.map((province) => (
            <option key={province}>{province}</option>
          ))}
        </Select>
      </div>
      <TextField
        name="postalCode"
        label={t("trials.address_postal_code")}
        inputMode="numeric"
        autoComplete="postal-code"
        pattern="[1-9][0-9]{4}"
        maxLength={5}
        required
        reply={reply}
        className="control max-w-40"
      />
      <TextField name="note" label={t("trials.address_note")} help={t("trials.address_note_help")} maxLength={200} reply={reply} optional />
    </>
  );
};

export const ForeignAddressFields = ({ reply }: { reply: Reply }) => {
  const t = useT();
  return (
    <>
      <input type="hidden" name="where" value="elsewhere" />
      <TextField name="recipient" label={t("trials.address_recipient")} autoComplete="name" required maxLength={80} reply={reply} />
      <TextField name="mobile" label={t("trials.address_mobile")} type="tel" inputMode="tel" autoComplete="tel" required maxLength={24} reply={reply} />
      <TextArea
        name="lines"
        label={t("trials.address_lines")}
        help={t("trials.address_lines_help")}
        autoComplete="street-address"
        required
        maxLength={400}
        rows={5}
        reply={reply}
      />
      <TextField name="note" label={t("trials.address_note")} maxLength={200} reply={reply} optional />
    </>
  );
};
