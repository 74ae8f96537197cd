// Who gets in where: one line for every route. A route without a line fails the test, so that nobody forgets to decide.
import type { World } from "../support/world";

export type Name = keyof World["cookies"];

const everybody: readonly Name[] = ["visitor", "sari", "budi", "maya", "rian", "tono", "dewi"];
const people: readonly Name[] = everybody.filter((name) => name !== "visitor");
const nobody: readonly Name[] = [];
const staff: readonly Name[] = ["maya", "rian", "tono", "dewi"];
const moderators: readonly Name[] = ["maya", "dewi"];
const administrators: readonly Name[] = ["dewi"];
/** Who works with the products of Rian's team. */
const team: readonly Name[] = ["maya", "rian", "dewi"];
const sari: readonly Name[] = ["sari"];

export type Access = {
  /** An address of this route that exists. */
  at: (world: World) => string;
  /** Who may look. Left out where there is nothing to look at, or where looking only leads elsewhere. */
  look?: readonly Name[];
  /** Who may send the form, and a form that would be understood. */
  send?: readonly Name[];
  form?: (world: World) => Record<string, string>;
};

const key = "0b9f4c1e-6c6e-4c58-9a53-6f7f5b9f1d11";
const at = (path: string) => () => path;

export const access: Record<string, Access> = {
  "routes/community/home": { at: at("/"), look: everybody },
  "routes/community/privacy": { at: at("/privacy"), look: everybody },
  "routes/community/terms": { at: at("/terms"), look: everybody },
  "routes/community/contact": { at: at("/contact"), look: everybody },
  "routes/system/not-found": { at: at("/nowhere-at-all"), look: nobody, send: nobody },
  "routes/preferences": { at: at("/preferences"), send: everybody, form: () => ({ theme: "dark", back: "/" }) },

  "routes/auth/join": { at: at("/join"), look: ["visitor"], send: everybody },
  "routes/auth/check-mail": { at: at("/check-mail"), look: everybody },
  "routes/auth/enter": { at: at("/enter"), look: everybody, send: everybody },
  "routes/auth/enter-link": { at: at("/enter/none") },
  "routes/auth/login": { at: at("/login"), look: ["visitor"], send: everybody },
  "routes/auth/logout": { at: at("/logout"), send: everybody },
  "routes/auth/set-up": {
    at: at("/set-up"),
    look: nobody,
    send: nobody,
    form: () => ({ email: "x@contoh.example", displayName: "Xena", password: "rumah-kuning-besar-7" }),
  },
  "routes/auth/forgot-password": { at: at("/forgot-password"), look: everybody, send: everybody },
  "routes/auth/new-password": { at: at("/new-password"), look: everybody, send: everybody },
  // These exist while developing and in the demo only.
  "routes/system/demo-sign-in": { at: at("/system/demo-sign-in"), look: nobody, send: nobody, form: () => ({ person: "1" }) },
  "routes/system/outbox": { at: at("/system/outbox"), look: nobody },
  "routes/system/outbox-mail": { at: ({ mail }) => `/system/outbox/${mail.id}`, look: nobody },

  "routes/community/ideas/board": { at: at("/ideas"), look: everybody },
  "routes/community/ideas/new": {
    at: at("/ideas/new"),
    look: people,
    send: people,
    form: ({ board }) => ({ key, title: "Tutup yang lebih rapat", body: "Supaya tidak tumpah di tas", boardId: String(board.id) }),
  },
  "routes/community/ideas/idea": {
    at: ({ pending }) => `/ideas/${pending.id}`,
    look: ["sari", ...moderators],
    send: nobody,
    form: () => ({ key, body: "Ide yang bagus" }),
  },
  "routes/community/ideas/edit": {
    at: ({ pending }) => `/ideas/${pending.id}/edit`,
    look: sari,
    send: sari,
    form: () => ({ title: "Tutup yang lebih rapat", body: "Supaya tidak tumpah di tas", revision: "1" }),
  },
  "routes/community/ideas/flag": { at: ({ pending }) => `/ideas/${pending.id}/flag`, look: nobody, send: nobody, form: () => ({ reason: "spam" }) },
  "routes/community/ideas/status": {
    at: ({ published }) => `/ideas/${published.id}/status`,
    look: staff,
    send: staff,
    form: () => ({ status: "planned", reason: "Akan dicoba" }),
  },
  "routes/community/ideas/official-answer": {
    at: ({ published }) => `/ideas/${published.id}/official-answer`,
    look: staff,
    send: staff,
    form: () => ({ body: "Terima kasih, akan kami coba" }),
  },
  "routes/community/ideas/similar": { at: at("/ideas/similar?text=botol"), look: everybody },
  "routes/community/ideas/vote": { at: ({ pending }) => `/ideas/${pending.id}/vote`, send: nobody, form: () => ({ voted: "true", back: "/ideas" }) },
  "routes/community/ideas/follow": { at: ({ pending }) => `/ideas/${pending.id}/follow`, send: nobody, form: () => ({ following: "true" }) },
  "routes/community/ideas/draft": { at: at("/drafts"), send: people, form: () => ({ scope: "idea:new", revision: "0", title: "x" }) },
  "routes/community/comments/edit": {
    at: ({ comment }) => `/comments/${comment.id}/edit`,
    look: sari,
    send: sari,
    form: () => ({ body: "Komentar baru", revision: "1" }),
  },
  "routes/community/comments/flag": { at: ({ comment }) => `/comments/${comment.id}/flag`, look: nobody, send: nobody, form: () => ({ reason: "spam" }) },

  "routes/community/trials/list": { at: at("/trials"), look: everybody },
  "routes/community/trials/trial": { at: ({ draft }) => `/trials/${draft.id}`, look: team },
  "routes/community/trials/apply": { at: ({ draft }) => `/trials/${draft.id}/apply`, send: nobody },
  "routes/community/trials/accept": {
    at: ({ fieldwork }) => `/trials/${fieldwork.id}/accept`,
    send: sari,
    form: () => ({ key, confidentiality: "yes", step: "address" }),
  },
  "routes/community/trials/decline": { at: ({ recruiting }) => `/trials/${recruiting.id}/decline`, send: nobody },
  "routes/community/trials/withdraw": { at: ({ recruiting }) => `/trials/${recruiting.id}/withdraw`, send: nobody },
  "routes/me/trial/trial": { at: ({ fieldwork }) => `/me/trials/${fieldwork.id}`, look: sari },
  "routes/me/trial/received": { at: ({ fieldwork }) => `/me/trials/${fieldwork.id}/received`, send: sari },
  "routes/me/trial/leave": { at: ({ fieldwork }) => `/me/trials/${fieldwork.id}/leave`, send: sari, form: () => ({ answers: "keep" }) },
  "routes/me/trial/complaints": {
    at: ({ fieldwork }) => `/me/trials/${fieldwork.id}/complaints`,
    send: sari,
    form: () => ({ key, kind: "damaged", body: "Botolnya bocor" }),
  },
  "routes/me/trial/diary": { at: ({ fieldwork }) => `/me/trials/${fieldwork.id}/diary`, send: sari, form: () => ({ day: "1", used: "yes" }) },
  "routes/me/trial/diary-photo": { at: ({ fieldwork }) => `/me/trials/${fieldwork.id}/diary/1/photo`, send: nobody },
  "routes/me/answer": { at: ({ response }) => `/answer/${response.id}`, look: sari, send: sari },
  "routes/me/answer-save": { at: ({ response }) => `/answer/${response.id}/save`, send: sari },
  "routes/me/answer-photos": { at: ({ response }) => `/answer/${response.id}/photos`, send: sari },
  "routes/me/answer-done": { at: ({ response }) => `/answer/${response.id}/done`, look: sari, send: sari },
  "routes/me/file": { at: ({ file }) => `/files/${file.id}`, look: nobody },

  "routes/me/index": { at: at("/me"), look: people },
  "routes/me/profile": { at: at("/me/profile"), look: people, send: people, form: () => ({ fact: "city", value: "Depok" }) },
  "routes/me/privacy": { at: at("/me/privacy"), look: people, send: people },
  "routes/me/ideas": { at: at("/me/ideas"), look: people },
  "routes/me/notifications": { at: at("/me/notifications"), look: people, send: people },
  "routes/me/notification-settings": { at: at("/me/notifications/settings"), look: people, send: people },
  "routes/me/notification": { at: ({ notification }) => `/me/notifications/${notification.id}`, send: sari },
  "routes/me/sessions": { at: at("/me/sessions"), look: people, send: people },
  "routes/me/password": { at: at("/me/password"), look: people, send: people, form: () => ({ current: "salah-sekali-1", password: "rumah-kuning-besar-7" }) },

  "routes/manage/index": { at: at("/manage"), look: staff },
  "routes/manage/products/list": { at: at("/manage/products"), look: staff },
  "archived-products": { at: at("/manage/products/archived"), look: staff },
  "routes/manage/products/new": {
    at: at("/manage/products/new"),
    look: staff,
    send: staff,
    form: ({ cast }) => ({ "name.en": "Soap", "name.id": "Sabun", teamId: String(cast.teamId) }),
  },
  "routes/manage/products/product": {
    at: ({ product }) => `/manage/products/${product.id}`,
    look: team,
    send: team,
    form: () => ({ "name.en": "Soap", "name.id": "Sabun", revision: "1" }),
  },
  "routes/manage/products/archive": { at: ({ product }) => `/manage/products/${product.id}/archive`, send: team, form: () => ({ archived: "false" }) },
  "routes/manage/products/prototype-new": {
    at: ({ product }) => `/manage/products/${product.id}/prototypes/new`,
    look: team,
    send: team,
    form: () => ({ name: "B" }),
  },
  "routes/manage/products/prototype": {
    at: ({ prototype }) => `/manage/prototypes/${prototype.id}`,
    look: team,
    send: team,
    form: () => ({ name: "B", revision: "1" }),
  },

  "routes/community/changes/list": { at: at("/changes"), look: everybody },
  "routes/community/changes/change": { at: ({ change }) => `/changes/${change.id}`, look: nobody },
  "routes/manage/reports/decision-outcome": { at: at("/manage/decisions/1/outcome"), send: nobody, form: () => ({ done: "true", outcome: "Diganti" }) },
  // A product is public once a change of it is.
  "routes/community/products/product": { at: ({ product }) => `/products/${product.id}`, look: nobody },
  "routes/manage/changes/list": { at: at("/manage/changes"), look: staff },
  "routes/manage/changes/new": { at: at("/manage/changes/new"), look: staff, send: staff },
  "routes/manage/changes/change": { at: ({ change }) => `/manage/changes/${change.id}`, look: team, send: team },
  "routes/manage/changes/publication": { at: ({ change }) => `/manage/changes/${change.id}/publication`, send: team, form: () => ({ published: "true" }) },

  "routes/manage/trials/list": { at: at("/manage/trials"), look: staff },
  "routes/manage/trials/new": { at: at("/manage/trials/new"), look: staff, send: staff },
  "routes/manage/trials/import": { at: at("/manage/trials/import"), look: staff, send: staff },
  "routes/manage/trials/overview": {
    at: ({ draft }) => `/manage/trials/${draft.id}`,
    look: team,
    send: team,
    form: () => ({ from: "draft", to: "cancelled", reason: "Tidak jadi" }),
  },
  "routes/manage/trials/setup": {
    at: ({ draft }) => `/manage/trials/${draft.id}/setup`,
    look: team,
    send: team,
    form: () => ({ applyUntil: "2027-01-01", fieldworkUntil: "2027-02-01" }),
  },
  "routes/manage/trials/design": { at: ({ draft }) => `/manage/trials/${draft.id}/design?question=preference`, look: team },
  "routes/manage/trials/eligibility": {
    at: ({ draft }) => `/manage/trials/${draft.id}/eligibility`,
    look: team,
    send: team,
    form: () => ({ source: "fact:sex", values: "female", effect: "knock_out" }),
  },
  "routes/manage/trials/pause": {
    at: ({ recruiting }) => `/manage/trials/${recruiting.id}/pause`,
    send: team,
    form: () => ({ paused: "true", reason: "Menunggu kiriman" }),
  },
  "routes/manage/trials/reopening": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/reopening`,
    send: team,
    form: () => ({ applyUntil: "2027-01-01" }),
  },
  "routes/manage/trials/complaints": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/complaints`,
    look: team,
    send: moderators,
    form: () => ({ complaintId: "1", answer: "Kami kirim gantinya" }),
  },
  "routes/manage/trials/diary": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/diary`, look: team },
  "routes/manage/trials/quotas": {
    at: ({ draft }) => `/manage/trials/${draft.id}/quotas`,
    look: team,
    send: team,
    form: () => ({ "name.en": "All", "name.id": "Semua", target: "5" }),
  },
  "routes/manage/trials/standards": {
    at: ({ draft }) => `/manage/trials/${draft.id}/action-standards`,
    look: team,
    send: team,
    form: () => ({ standardId: "x" }),
  },
  "routes/manage/trials/waves": {
    at: ({ recruiting }) => `/manage/trials/${recruiting.id}/waves`,
    look: team,
    send: team,
    form: () => ({ places: "3", answerDays: "3", key }),
  },
  // Names of people, their parcels and addresses: product managers see none of them, moderators only with the grant for this trial.
  "routes/manage/trials/participants": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/participants`,
    look: team,
    send: moderators,
    form: ({ participant }) => ({ act: "remind", participantIds: String(participant.id) }),
  },
  "routes/manage/trials/participant": { at: ({ fieldwork, participant }) => `/manage/trials/${fieldwork.id}/participants/${participant.id}`, look: team },
  "routes/manage/trials/parcels": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/parcels`, look: nobody, send: nobody },
  "routes/manage/trials/parcels-csv": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/parcels.csv`, look: nobody, send: nobody },
  "routes/manage/trials/packing-list": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/parcels/packing-list`, look: nobody, send: nobody },
  "routes/manage/trials/stickers": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/parcels/stickers`, look: nobody },
  "routes/manage/trials/stickers-csv": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/stickers.csv`, look: nobody },
  "routes/manage/trials/stickers-pdf": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/stickers.pdf`, look: nobody },
  "routes/manage/trials/packing-labels": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/packing-labels.pdf`, look: nobody },
  "routes/manage/trials/tracking": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/parcels/tracking`,
    look: nobody,
    send: nobody,
    form: () => ({ pasted: "parcel,courier,tracking_number", dryRun: "true" }),
  },
  "routes/manage/trials/labels": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/labels`,
    look: nobody,
    send: nobody,
    form: () => ({ reason: "Untuk mengemas paket" }),
  },
  "routes/manage/trials/grants": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/grants`,
    look: administrators,
    send: administrators,
    form: ({ cast }) => ({ personId: String(cast.maya.id), granted: "true" }),
  },
  "routes/manage/trials/answers-csv": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/answers.csv`, look: team },

  "routes/manage/questionnaires/builder": { at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}`, look: team },
  "routes/manage/questionnaires/title": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/title`,
    send: team,
    form: () => ({ en: "New", id: "Baru" }),
  },
  "routes/manage/questionnaires/questions": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/questions`,
    send: team,
    form: () => ({ type: "open_text" }),
  },
  "routes/manage/questionnaires/question": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/questions/q1`,
    send: team,
    form: () => ({ body: "{}" }),
  },
  "routes/manage/questionnaires/question-position": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/questions/q1/position`,
    send: team,
    form: () => ({ to: "1" }),
  },
  "routes/manage/questionnaires/question-copy": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/questions/q1/copy`,
    send: team,
    form: () => ({}),
  },
  "routes/manage/questionnaires/question-removal": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/questions/q1/removal`,
    send: team,
    form: () => ({}),
  },

  "routes/manage/questionnaires/question-keeping": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/questions/q1/keeping`,
    send: team,
    form: () => ({}),
  },
  "routes/manage/questionnaires/translation": { at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/translation`, look: team },
  "routes/manage/questionnaires/trial-run": { at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/trial-run`, look: team },
  "routes/manage/questionnaires/exchange": {
    at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/exchange`,
    look: team,
    send: team,
    form: () => ({ file: "{}" }),
  },
  "routes/manage/questionnaires/file": { at: ({ questionnaire }) => `/manage/questionnaires/${questionnaire.id}/file.json`, look: team },
  "routes/manage/questionnaires/library-removal": { at: at("/manage/library/1/removal"), send: staff, form: () => ({}) },

  "routes/manage/answers/answers": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/answers`,
    look: team,
    // A questionnaire that is still open holds nothing to code.
    send: nobody,
    form: ({ response }) => ({ question: "kata", act: "set", answers: String(response.id) }),
  },
  "routes/manage/answers/themes": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/answers/themes`,
    look: team,
    // While fieldwork is on, only moderators read what people write.
    send: moderators,
    form: () => ({ question: "kata", act: "add", "name.en": "Scent", "name.id": "Wangi" }),
  },
  "routes/manage/answers/suggestions": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/answers/suggestions`,
    look: team,
    send: nobody,
    form: ({ response }) => ({ question: "kata", answers: String(response.id), "name.en": "Scent", "name.id": "Wangi" }),
  },
  "routes/manage/answers/agreement": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/answers/agreement`,
    look: team,
    send: moderators,
    form: () => ({ question: "kata", act: "compare" }),
  },
  "routes/manage/answers/undo": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/answers/undo`,
    send: nobody,
    form: () => ({ question: "kata", actId: "1" }),
  },
  "routes/manage/reports/quality": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/quality`,
    look: moderators,
    send: moderators,
    form: ({ response }) => ({ responseId: String(response.id), decision: "kept", reason: "" }),
  },
  "routes/manage/reports/report": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report`, look: team },
  "routes/manage/reports/crosstab": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/crosstab`,
    look: team,
    send: team,
    form: () => ({ question: "kata", by: "city", adjustment: "none", weights: "off", pinned: "true" }),
  },
  "routes/manage/reports/crosstab-file": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/crosstab.csv`, look: team },
  "routes/manage/reports/segments": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/segments`,
    look: team,
    send: team,
    form: () => ({ key, name: "Mencuci tiap hari", only: "[]" }),
  },
  "routes/manage/reports/weights": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/weights`,
    look: team,
    send: team,
    form: () => ({ shape: "[]", revision: "0" }),
  },
  "routes/manage/reports/norms": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/norms`, look: team },
  "routes/manage/reports/waves-compared": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/waves`, look: team },
  "routes/manage/reports/versions-compared": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/comparison`, look: team },
  "routes/manage/reports/segment-removal": { at: at("/manage/report-segments/1/removal"), send: nobody, form: () => ({}) },
  "routes/manage/reports/edit": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/edit`,
    look: team,
    send: team,
    form: () => ({ revision: "1" }),
  },
  "routes/manage/reports/outline": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/outline`,
    look: team,
    send: team,
    form: () => ({ outline: "liking base", revision: "0" }),
  },
  "routes/manage/reports/discussion": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/comments`, look: team },
  "routes/manage/reports/block": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/blocks/base`,
    look: team,
    send: team,
    form: () => ({ key, body: "Sudah benar?" }),
  },
  "routes/manage/reports/introduction": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/blocks/base/introduction`,
    look: team,
    send: team,
    form: () => ({ "introduction.en": "First", "introduction.id": "Pertama", revision: "0" }),
  },
  "routes/manage/reports/block-assignment": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/blocks/base/assignment`,
    send: team,
    form: ({ cast }) => ({ assigneeId: String(cast.rian.id) }),
  },
  "routes/manage/reports/block-readiness": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/blocks/base/readiness`,
    send: team,
    form: () => ({ ready: "true" }),
  },
  "routes/manage/reports/comment": {
    at: ({ reportComment }) => `/manage/report-comments/${reportComment.id}`,
    look: ["maya"],
    send: ["maya"],
    form: () => ({ body: "Komentar baru", revision: "1" }),
  },
  "routes/manage/reports/comment-resolution": {
    at: ({ reportComment }) => `/manage/report-comments/${reportComment.id}/resolution`,
    send: team,
    form: () => ({ resolved: "true" }),
  },
  "routes/manage/reports/comment-removal": {
    at: ({ reportComment }) => `/manage/report-comments/${reportComment.id}/removal`,
    send: ["maya"],
    form: () => ({ removed: "true" }),
  },
  "routes/manage/reports/exclusions": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/exclusions`,
    look: moderators,
    send: moderators,
    form: ({ participant }) => ({ participantId: String(participant.id), excluded: "true", reason: "Ganda" }),
  },
  "routes/manage/reports/quotations": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/quotations`,
    look: team,
    send: team,
    form: ({ response }) => ({ responseId: String(response.id), questionKey: "q", picked: "true" }),
  },
  "routes/manage/reports/publish": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/publish`, look: team, send: team, form: () => ({ key }) },
  "routes/manage/reports/version": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/versions/1`, look: nobody },
  "routes/manage/reports/version-export": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/versions/1/exports/pdf`, look: nobody },
  "routes/manage/reports/version-file": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/versions/1/files/pdf`,
    look: nobody,
    send: nobody,
  },
  "routes/manage/reports/shares": {
    at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/versions/1/shares`,
    look: nobody,
    send: nobody,
    form: () => ({ key, note: "Rina", days: "30" }),
  },
  "routes/community/stances/board": { at: ({ statementBoard }) => `/stances/${statementBoard.slug}`, look: everybody },
  "routes/community/stances/groups": { at: ({ statementBoard }) => `/stances/${statementBoard.slug}/groups`, look: everybody },
  "routes/community/stances/stance": { at: ({ statement }) => `/statements/${statement.id}/stance`, send: people, form: () => ({ stance: "agree" }) },
  "routes/manage/opinions": { at: ({ statementBoard }) => `/manage/boards/${statementBoard.id}/opinions`, look: staff },
  "routes/manage/board-computations": { at: ({ statementBoard }) => `/manage/boards/${statementBoard.id}/computations`, look: staff, send: staff },
  "routes/admin/board-statements": {
    at: ({ statementBoard }) => `/admin/boards/${statementBoard.id}/statements`,
    send: moderators,
    form: () => ({ statements: "Sachets should go" }),
  },
  "routes/admin/statement-visibility": {
    at: ({ statement }) => `/admin/statements/${statement.id}/visibility`,
    send: moderators,
    form: () => ({ shown: "false" }),
  },
  "routes/manage/reports/computations": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/computations`, look: team, send: team },
  "routes/manage/reports/share-revocation": { at: at("/manage/report-shares/1/revocation"), send: nobody },
  "routes/community/shared-report": { at: at("/shared/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), look: nobody },
  "routes/manage/reports/decisions": { at: ({ fieldwork }) => `/manage/trials/${fieldwork.id}/report/versions/1/decisions`, look: nobody, send: nobody },

  "routes/moderate/queue": { at: at("/moderate"), look: moderators, send: moderators },
  "routes/moderate/case-claim": { at: ({ openCase }) => `/moderate/cases/${openCase.id}/claim`, send: moderators, form: () => ({ claimed: "false" }) },
  "routes/moderate/verdict-undo": { at: ({ verdict }) => `/moderate/verdicts/${verdict.id}/undo`, send: moderators },

  "routes/admin/people": { at: at("/admin/people"), look: administrators },
  "routes/admin/person": {
    at: ({ cast }) => `/admin/people/${cast.budi.id}`,
    look: administrators,
    send: administrators,
    form: () => ({ from: "member", to: "moderator" }),
  },
  "routes/admin/person-suspension": {
    at: ({ cast }) => `/admin/people/${cast.budi.id}/suspension`,
    send: administrators,
    form: () => ({ suspended: "false" }),
  },
  "routes/admin/person-teams": { at: ({ cast }) => `/admin/people/${cast.budi.id}/teams`, send: administrators },
  "routes/admin/teams": { at: at("/admin/teams"), look: administrators, send: administrators, form: () => ({ name: "Nama tim" }) },
  "routes/admin/team": { at: ({ otherTeam }) => `/admin/teams/${otherTeam.id}`, send: administrators, form: () => ({ name: "Nama tim" }) },
  "routes/admin/settings": { at: at("/admin/settings"), look: administrators, send: administrators },
  "routes/admin/audit": { at: at("/admin/audit"), look: administrators },
  "routes/admin/boards": {
    at: at("/admin/boards"),
    look: moderators,
    send: moderators,
    form: () => ({ slug: "baru", "name.en": "New", "name.id": "Baru", "purpose.en": "New", "purpose.id": "Baru", position: "1" }),
  },
  "routes/admin/board": {
    at: ({ board }) => `/admin/boards/${board.id}`,
    look: moderators,
    send: moderators,
    form: () => ({ slug: "baru", "name.en": "New", "name.id": "Baru", "purpose.en": "New", "purpose.id": "Baru", position: "1" }),
  },
};
