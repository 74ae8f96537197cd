// Every address of the application: the only place where a URL is spelled.

const query = (values: Record<string, string | number | boolean | null | undefined>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== "" && value !== false) search.set(name, String(value));
  const text = search.toString();
  return text ? `?${text}` : "";
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
  newIdea: (search: { board?: string; title?: string; response?: number; question?: string } = {}) => `/ideas/new${query(search)}`,
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

  trials: () => "/trials",
  trial: (id: number) => `/trials/${id}`,
  applyToTrial: (id: number) => `/trials/${id}/apply`,
  acceptPlace: (id: number) => `/trials/${id}/accept`,
  myTrial: (id: number) => `/me/trials/${id}`,
  confirmReceipt: (id: number) => `/me/trials/${id}/received`,
  answer: (responseId: number, question?: string) => `/answer/${responseId}${query({ question })}`,
  saveAnswer: (responseId: number) => `/answer/${responseId}/save`,
  answerDone: (responseId: number) => `/answer/${responseId}/done`,
  answerPhotos: (responseId: number) => `/answer/${responseId}/photos`,
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
  trialQuotas: (id: number) => `/manage/trials/${id}/quotas`,
  trialStandards: (id: number) => `/manage/trials/${id}/action-standards`,
  trialState: (id: number) => `/manage/trials/${id}/state`,
  trialWaves: (id: number) => `/manage/trials/${id}/waves`,
  trialParticipants: (id: number) => `/manage/trials/${id}/participants`,
  trialParcels: (id: number) => `/manage/trials/${id}/parcels`,
  trialLabels: (id: number) => `/manage/trials/${id}/labels`,
  trialAnswersCsv: (id: number) => `/manage/trials/${id}/answers.csv`,
  importTrial: () => "/manage/trials/import",
  builder: (questionnaireId: number, question?: string) => `/manage/questionnaires/${questionnaireId}${query({ question })}`,
  builderQuestion: (questionnaireId: number, key: string) => `/manage/questionnaires/${questionnaireId}/questions/${key}`,
  builderQuestions: (questionnaireId: number) => `/manage/questionnaires/${questionnaireId}/questions`,
  report: (trialId: number) => `/manage/trials/${trialId}/report`,
  reportEdit: (trialId: number) => `/manage/trials/${trialId}/report/edit`,
  reportQuotations: (trialId: number) => `/manage/trials/${trialId}/report/quotations`,
  reportPublish: (trialId: number) => `/manage/trials/${trialId}/report/publish`,
  reportVersion: (trialId: number, number: number) => `/manage/trials/${trialId}/report/versions/${number}`,
  reportCsv: (trialId: number, number: number) => `/manage/trials/${trialId}/report/versions/${number}.csv`,
  reportDecisions: (trialId: number, number: number) => `/manage/trials/${trialId}/report/versions/${number}/decisions`,
  manageChanges: () => "/manage/changes",
  newChange: (search: { decision?: number; idea?: number } = {}) => `/manage/changes/new${query(search)}`,
  manageChange: (id: number) => `/manage/changes/${id}`,

  people: (search: { q?: string; after?: string } = {}) => `/admin/people${query(search)}`,
  person: (id: number) => `/admin/people/${id}`,
  teams: () => "/admin/teams",
  manageBoards: () => "/admin/boards",
  manageBoard: (id: number) => `/admin/boards/${id}`,
  audit: (after?: string) => `/admin/audit${query({ after })}`,

  outbox: (after?: string) => `/system/outbox${query({ after })}`,
  outboxMail: (id: number) => `/system/outbox/${id}`,
  demoSignIn: () => "/system/demo-sign-in",
} as const;
