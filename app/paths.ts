// Every address of the application: the only place where a URL is spelled.

const query = (values: Record<string, string | number | boolean | null | undefined>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== "" && value !== false) search.set(name, String(value));
  const text = search.toString();
  return text ? `?${text}` : "";
};

/** What a crosstab is made of; a banner point for each `by`. */
type CrosstabSearch = {
  question?: string;
  by?: readonly string[];
  prototype?: string | null;
  adjustment?: string;
  weights?: "on" | "off";
  segment?: number | null;
};

const crosstabQuery = ({ by = [], ...search }: CrosstabSearch): string => {
  const text = new URLSearchParams(query(search));
  for (const each of by) text.append("by", each);
  return text.size > 0 ? `?${text.toString()}` : "";
};

export const paths = {
  home: () => "/",
  privacy: () => "/privacy",
  terms: () => "/terms",
  contact: () => "/contact",
  preferences: () => "/preferences",

  /** `intent` is what the visitor came to do, such as `vote:12`; it is carried out once they are signed in. */
  join: (next?: string, intent?: string) => `/join${query({ next: next === "/" ? null : next, intent })}`,
  login: (next?: string, intent?: string) => `/login${query({ next: next === "/" ? null : next, intent })}`,
  logout: () => "/logout",
  checkMail: () => "/check-mail",
  forgotPassword: () => "/forgot-password",
  /** The page that a link in a mail opens; it strips the token from the address. */
  enter: (token?: string) => `/enter${token ? `/${token}` : ""}`,
  newPassword: () => "/new-password",
  setUp: () => "/set-up",

  ideas: (search: { board?: string; sort?: string; q?: string; after?: string; mine?: boolean } = {}) => `/ideas${query(search)}`,
  stances: (slug: string, search: { after?: number; again?: number } = {}) => `/stances/${slug}${query(search)}`,
  stanceGroups: (slug: string) => `/stances/${slug}/groups`,
  stance: (statementId: number) => `/statements/${statementId}/stance`,
  newIdea: (search: { board?: string; title?: string; response?: number; question?: string; note?: number } = {}) => `/ideas/new${query(search)}`,
  similarIdeas: (title?: string) => `/ideas/similar${query({ title })}`,
  idea: (id: number, search: { reply?: number; after?: string } = {}) => `/ideas/${id}${query(search)}`,
  editIdea: (id: number) => `/ideas/${id}/edit`,
  ideaVote: (id: number) => `/ideas/${id}/vote`,
  ideaFollow: (id: number) => `/ideas/${id}/follow`,
  ideaFlag: (id: number) => `/ideas/${id}/flag`,
  ideaStatus: (id: number) => `/ideas/${id}/status`,
  ideaAnswer: (id: number) => `/ideas/${id}/official-answer`,
  commentFlag: (id: number) => `/comments/${id}/flag`,
  editComment: (id: number) => `/comments/${id}/edit`,
  draft: () => "/drafts",

  changes: (after?: string) => `/changes${query({ after })}`,
  change: (id: number) => `/changes/${id}`,
  /** Everything that members changed about a product; its page in the workshop is `product`. */
  productStory: (id: number, after?: string) => `/products/${id}${query({ after })}`,

  trials: () => "/trials",
  trial: (id: number) => `/trials/${id}`,
  applyToTrial: (id: number) => `/trials/${id}/apply`,
  acceptPlace: (id: number) => `/trials/${id}/accept`,
  declinePlace: (id: number) => `/trials/${id}/decline`,
  withdrawApplication: (id: number) => `/trials/${id}/withdraw`,
  myTrial: (id: number) => `/me/trials/${id}`,
  leaveTrial: (id: number) => `/me/trials/${id}/leave`,
  myComplaints: (id: number) => `/me/trials/${id}/complaints`,
  myDiary: (id: number) => `/me/trials/${id}/diary`,
  diaryPhoto: (id: number, noteId: number) => `/me/trials/${id}/diary/${noteId}/photo`,
  confirmReceipt: (id: number) => `/me/trials/${id}/received`,
  answer: (responseId: number, question?: string) => `/answer/${responseId}${query({ question })}`,
  saveAnswer: (responseId: number) => `/answer/${responseId}/save`,
  answerReview: (responseId: number) => `/answer/${responseId}?step=review`,
  answerDone: (responseId: number) => `/answer/${responseId}/done`,
  answerPhotos: (responseId: number, question?: string) => `/answer/${responseId}/photos${query({ question })}`,
  file: (id: string) => `/files/${id}`,

  me: () => "/me",
  myProfile: () => "/me/profile",
  myPrivacy: () => "/me/privacy",
  mySessions: () => "/me/sessions",
  myPassword: () => "/me/password",
  myIdeas: () => "/me/ideas",
  notifications: (after?: string) => `/me/notifications${query({ after })}`,
  notification: (id: number) => `/me/notifications/${id}`,
  notificationSettings: () => "/me/notifications/settings",

  queue: (search: { case?: number; kind?: string; done?: number; notice?: string } = {}) => `/moderate${query(search)}`,
  caseClaim: (id: number) => `/moderate/cases/${id}/claim`,
  verdictUndo: (id: number) => `/moderate/verdicts/${id}/undo`,

  workshop: () => "/manage",
  products: () => "/manage/products",
  newProduct: () => "/manage/products/new",
  product: (id: number) => `/manage/products/${id}`,
  archivedProducts: () => "/manage/products/archived",
  productArchive: (id: number) => `/manage/products/${id}/archive`,
  newPrototype: (productId: number) => `/manage/products/${productId}/prototypes/new`,
  prototype: (id: number) => `/manage/prototypes/${id}`,
  manageTrials: () => "/manage/trials",
  newTrial: (productId?: number) => `/manage/trials/new${query({ product: productId })}`,
  manageTrial: (id: number) => `/manage/trials/${id}`,
  trialSetup: (id: number) => `/manage/trials/${id}/setup`,
  trialDesign: (id: number) => `/manage/trials/${id}/design`,
  trialEligibility: (id: number) => `/manage/trials/${id}/eligibility`,
  trialPause: (id: number) => `/manage/trials/${id}/pause`,
  trialReopening: (id: number) => `/manage/trials/${id}/reopening`,
  trialComplaints: (id: number) => `/manage/trials/${id}/complaints`,
  trialDiary: (id: number) => `/manage/trials/${id}/diary`,
  trialQuotas: (id: number) => `/manage/trials/${id}/quotas`,
  trialStandards: (id: number) => `/manage/trials/${id}/action-standards`,
  trialWaves: (id: number) => `/manage/trials/${id}/waves`,
  trialParticipants: (id: number, search: { step?: string; late?: boolean; after?: string | null } = {}) => `/manage/trials/${id}/participants${query(search)}`,
  trialParticipant: (id: number, participantId: number) => `/manage/trials/${id}/participants/${participantId}`,
  trialParcels: (id: number) => `/manage/trials/${id}/parcels`,
  packingList: (id: number) => `/manage/trials/${id}/parcels/packing-list`,
  trialStickers: (id: number) => `/manage/trials/${id}/parcels/stickers`,
  trialTracking: (id: number) => `/manage/trials/${id}/parcels/tracking`,
  stickersCsv: (id: number) => `/manage/trials/${id}/stickers.csv`,
  stickersPdf: (id: number) => `/manage/trials/${id}/stickers.pdf`,
  packingLabelsPdf: (id: number) => `/manage/trials/${id}/packing-labels.pdf`,
  packingListCsv: (id: number) => `/manage/trials/${id}/parcels.csv`,
  trialGrants: (id: number) => `/manage/trials/${id}/grants`,
  trialLabels: (id: number) => `/manage/trials/${id}/labels`,
  trialAnswersCsv: (id: number) => `/manage/trials/${id}/answers.csv`,
  importTrial: () => "/manage/trials/import",
  builder: (questionnaireId: number, question?: string) => `/manage/questionnaires/${questionnaireId}${query({ question })}`,
  builderQuestion: (questionnaireId: number, key: string) => `/manage/questionnaires/${questionnaireId}/questions/${key}`,
  builderQuestions: (questionnaireId: number) => `/manage/questionnaires/${questionnaireId}/questions`,
  builderQuestionPosition: (questionnaireId: number, key: string) => `/manage/questionnaires/${questionnaireId}/questions/${key}/position`,
  builderQuestionCopy: (questionnaireId: number, key: string) => `/manage/questionnaires/${questionnaireId}/questions/${key}/copy`,
  builderQuestionRemoval: (questionnaireId: number, key: string) => `/manage/questionnaires/${questionnaireId}/questions/${key}/removal`,
  builderQuestionKeeping: (questionnaireId: number, key: string) => `/manage/questionnaires/${questionnaireId}/questions/${key}/keeping`,
  libraryRemoval: (id: number) => `/manage/library/${id}/removal`,
  translation: (questionnaireId: number, only?: "missing") => `/manage/questionnaires/${questionnaireId}/translation${query({ only })}`,
  trialRun: (questionnaireId: number) => `/manage/questionnaires/${questionnaireId}/trial-run`,
  exchange: (questionnaireId: number) => `/manage/questionnaires/${questionnaireId}/exchange`,
  questionnaireFile: (questionnaireId: number) => `/manage/questionnaires/${questionnaireId}/file.json`,
  builderTitle: (questionnaireId: number) => `/manage/questionnaires/${questionnaireId}/title`,
  report: (trialId: number, search: { segment?: string } = {}) => `/manage/trials/${trialId}/report${query(search)}`,
  reportSegments: (trialId: number) => `/manage/trials/${trialId}/report/segments`,
  reportNorms: (trialId: number) => `/manage/trials/${trialId}/report/norms`,
  reportWaves: (trialId: number) => `/manage/trials/${trialId}/report/waves`,
  reportComparison: (trialId: number, search: { to?: string } = {}) => `/manage/trials/${trialId}/report/comparison${query(search)}`,
  reportWeights: (trialId: number) => `/manage/trials/${trialId}/report/weights`,
  segmentRemoval: (segmentId: number) => `/manage/report-segments/${segmentId}/removal`,
  trialAnswers: (trialId: number, search: { question?: string; q?: string; show?: string; theme?: number; after?: string } = {}) =>
    `/manage/trials/${trialId}/answers${query(search)}`,
  trialThemes: (trialId: number, question?: string) => `/manage/trials/${trialId}/answers/themes${query({ question })}`,
  trialSuggestions: (trialId: number, question?: string) => `/manage/trials/${trialId}/answers/suggestions${query({ question })}`,
  trialAgreement: (trialId: number, question?: string) => `/manage/trials/${trialId}/answers/agreement${query({ question })}`,
  codingUndo: (trialId: number) => `/manage/trials/${trialId}/answers/undo`,
  quality: (trialId: number, after?: string) => `/manage/trials/${trialId}/quality${query({ after })}`,
  reportExclusions: (trialId: number, after?: string) => `/manage/trials/${trialId}/report/exclusions${query({ after })}`,
  boardOpinions: (boardId: number) => `/manage/boards/${boardId}/opinions`,
  boardComputations: (boardId: number, search: { hash?: string } = {}) => `/manage/boards/${boardId}/computations${query(search)}`,
  boardStatements: (boardId: number) => `/admin/boards/${boardId}/statements`,
  statementVisibility: (statementId: number) => `/admin/statements/${statementId}/visibility`,
  reportComputations: (trialId: number, search: { hash?: string; segment?: string; awaited?: string } = {}) =>
    `/manage/trials/${trialId}/report/computations${query(search)}`,
  reportCrosstab: (trialId: number, search: CrosstabSearch = {}) => `/manage/trials/${trialId}/report/crosstab${crosstabQuery(search)}`,
  reportCrosstabFile: (trialId: number, search: CrosstabSearch) => `/manage/trials/${trialId}/report/crosstab.csv${crosstabQuery(search)}`,
  reportOutline: (trialId: number) => `/manage/trials/${trialId}/report/outline`,
  reportDiscussion: (trialId: number) => `/manage/trials/${trialId}/report/comments`,
  reportBlock: (trialId: number, block: string, search: { reply?: number } = {}) => `/manage/trials/${trialId}/report/blocks/${block}${query(search)}`,
  reportIntroduction: (trialId: number, block: string) => `/manage/trials/${trialId}/report/blocks/${block}/introduction`,
  blockAssignment: (trialId: number, block: string) => `/manage/trials/${trialId}/report/blocks/${block}/assignment`,
  blockReadiness: (trialId: number, block: string) => `/manage/trials/${trialId}/report/blocks/${block}/readiness`,
  reportComment: (commentId: number) => `/manage/report-comments/${commentId}`,
  reportCommentResolution: (commentId: number) => `/manage/report-comments/${commentId}/resolution`,
  reportCommentRemoval: (commentId: number) => `/manage/report-comments/${commentId}/removal`,
  reportEdit: (trialId: number) => `/manage/trials/${trialId}/report/edit`,
  reportQuotations: (trialId: number, search: { question?: string; after?: string } = {}) => `/manage/trials/${trialId}/report/quotations${query(search)}`,
  reportPublish: (trialId: number, search: { segment?: string } = {}) => `/manage/trials/${trialId}/report/publish${query(search)}`,
  reportVersion: (trialId: number, number: number) => `/manage/trials/${trialId}/report/versions/${number}`,
  reportExport: (trialId: number, number: number, format: string, language?: string) =>
    `/manage/trials/${trialId}/report/versions/${number}/exports/${format}${query({ language })}`,
  reportFile: (trialId: number, number: number, format: string, language: string) =>
    `/manage/trials/${trialId}/report/versions/${number}/files/${format}?language=${language}`,
  reportShares: (trialId: number, number: number) => `/manage/trials/${trialId}/report/versions/${number}/shares`,
  reportShareRevocation: (shareId: number) => `/manage/report-shares/${shareId}/revocation`,
  sharedReport: (token: string) => `/shared/${token}`,
  reportDecisions: (trialId: number, number: number) => `/manage/trials/${trialId}/report/versions/${number}/decisions`,
  manageChanges: (after?: string) => `/manage/changes${query({ after })}`,
  decisionOutcome: (decisionId: number) => `/manage/decisions/${decisionId}/outcome`,
  newChange: (search: { decision?: number; idea?: number } = {}) => `/manage/changes/new${query(search)}`,
  manageChange: (id: number) => `/manage/changes/${id}`,
  changePublication: (id: number) => `/manage/changes/${id}/publication`,

  people: (search: { q?: string; role?: string; after?: string } = {}) => `/admin/people${query(search)}`,
  person: (id: number) => `/admin/people/${id}`,
  personSuspension: (id: number) => `/admin/people/${id}/suspension`,
  personTeams: (id: number) => `/admin/people/${id}/teams`,
  teams: () => "/admin/teams",
  team: (id: number) => `/admin/teams/${id}`,
  settings: () => "/admin/settings",
  manageBoards: () => "/admin/boards",
  manageBoard: (id: number) => `/admin/boards/${id}`,
  audit: (search: { area?: string | null; by?: number | string | null; person?: number | string | null; after?: string } = {}) =>
    `/admin/audit${query(search)}`,

  outbox: (after?: string) => `/system/outbox${query({ after })}`,
  outboxMail: (id: number) => `/system/outbox/${id}`,
  demoSignIn: () => "/system/demo-sign-in",
} as const;
