// Every kind of event there is. `told` are those about which somebody is notified.

const told = [
  "idea.published",
  "idea.declined",
  "idea.changes_asked",
  "idea.status_changed",
  "idea.answered",
  "comment.published",
  "comment.declined",
  "comment.changes_asked",
  "application.chosen",
  "application.waiting",
  "application.not_chosen",
  "parcel.sent",
  "trial.reminder",
  "trial.cancelled",
  "trial.reported",
  "change.published",
] as const;

const kept = [
  "account.joined",
  "account.signed_in",
  "account.sign_in_failed",
  "account.signed_out",
  "account.password_changed",
  "account.role_changed",
  "account.suspended",
  "account.session_revoked",
  "consent.given",
  "consent.withdrawn",
  "team.changed",
  "access.denied",
  "limit.hit",
  "idea.submitted",
  "idea.edited",
  "comment.submitted",
  "comment.edited",
  "board.changed",
  "case.verdict",
  "case.undone",
  "product.created",
  "product.edited",
  "prototype.created",
  "prototype.edited",
  "trial.created",
  "trial.edited",
  "trial.state_changed",
  "trial.imported",
  "questionnaire.frozen",
  "wave.drawn",
  "application.submitted",
  "application.withdrawn",
  "place.accepted",
  "place.declined",
  "parcel.packed",
  "parcel.received",
  "address.read",
  "codes.revealed",
  "fulfilment.granted",
  "fulfilment.withdrawn",
  "response.submitted",
  "participant.excluded",
  "participant.left",
  "quotation.picked",
  "report.published",
  "decision.made",
  "change.created",
  "change.edited",
  "change.published_again",
  "change.withdrawn",
  "data.exported",
] as const;

export type ActivityKind = (typeof told)[number] | (typeof kept)[number];

type Underscored<Kind extends string> = Kind extends `${infer Area}.${infer Event}` ? `${Area}_${Event}` : Kind;

/** The kind as it stands in the names of its words: a kind without words does not compile. */
export const underscored = (kind: ActivityKind) => kind.replace(".", "_") as Underscored<ActivityKind>;

export const kindsThatNotify: ReadonlySet<ActivityKind> = new Set(told);
