// The URL map: the product's table of contents. Addresses are spelled in paths.ts; this file says which module answers them.
import { index, layout, route, type RouteConfig } from "@remix-run/route-config";

export default [
  layout("routes/community/layout.tsx", [
    index("routes/community/home.tsx"),
    // Ideas and what people say about them.
    route("ideas", "routes/community/ideas/board.tsx"),
    route("ideas/new", "routes/community/ideas/new.tsx"),
    route("ideas/:id", "routes/community/ideas/idea.tsx"),
    route("ideas/:id/edit", "routes/community/ideas/edit.tsx"),
    route("ideas/:id/flag", "routes/community/ideas/flag.tsx"),
    route("ideas/:id/status", "routes/community/ideas/status.tsx"),
    route("ideas/:id/official-answer", "routes/community/ideas/official-answer.tsx"),
    route("comments/:id/edit", "routes/community/comments/edit.tsx"),
    route("comments/:id/flag", "routes/community/comments/flag.tsx"),
    // Joining, signing in and out.
    route("join", "routes/auth/join.tsx"),
    route("check-mail", "routes/auth/check-mail.tsx"),
    route("enter", "routes/auth/enter.tsx"),
    route("login", "routes/auth/login.tsx"),
    route("set-up", "routes/auth/set-up.tsx"),
    route("forgot-password", "routes/auth/forgot-password.tsx"),
    route("new-password", "routes/auth/new-password.tsx"),
    route("system/demo-sign-in", "routes/system/demo-sign-in.tsx"),
    route("system/outbox", "routes/system/outbox.tsx"),
    route("system/outbox/:id", "routes/system/outbox-mail.tsx"),
    // Trials.
    route("trials", "routes/community/trials/list.tsx"),
    route("trials/:id", "routes/community/trials/trial.tsx"),
    route("trials/:id/apply", "routes/community/trials/apply.tsx"),
    route("trials/:id/accept", "routes/community/trials/accept.tsx"),
    route("me/trials/:id", "routes/me/trial/trial.tsx"),
    route("me/trials/:id/received", "routes/me/trial/received.tsx"),
    // Plain words about the house.
    route("privacy", "routes/community/privacy.tsx"),
    route("terms", "routes/community/terms.tsx"),
    route("contact", "routes/community/contact.tsx"),
    // One's own pages.
    route("me", "routes/me/index.tsx"),
    route("me/profile", "routes/me/profile.tsx"),
    route("me/privacy", "routes/me/privacy.tsx"),
    route("me/ideas", "routes/me/ideas.tsx"),
    route("me/notifications", "routes/me/notifications.tsx"),
    route("me/notifications/settings", "routes/me/notification-settings.tsx"),
    route("me/sessions", "routes/me/sessions.tsx"),
    route("me/password", "routes/me/password.tsx"),
  ]),
  route("ideas/similar", "routes/community/ideas/similar.ts"),
  route("ideas/:id/vote", "routes/community/ideas/vote.ts"),
  route("ideas/:id/follow", "routes/community/ideas/follow.ts"),
  route("drafts", "routes/community/ideas/draft.ts"),
  route("me/notifications/:id", "routes/me/notification.ts"),
  route("enter/:token", "routes/auth/enter-link.ts"),
  route("logout", "routes/auth/logout.ts"),
  route("trials/:id/decline", "routes/community/trials/decline.ts"),
  route("trials/:id/withdraw", "routes/community/trials/withdraw.ts"),
  route("me/trials/:id/leave", "routes/me/trial/leave.ts"),
  route("preferences", "routes/preferences.ts"),
  route("admin/people/:id/suspension", "routes/admin/person-suspension.ts"),
  route("admin/people/:id/teams", "routes/admin/person-teams.ts"),
  route("admin/teams/:id", "routes/admin/team.ts"),
  // For staff: the workshop and the queue.
  layout("routes/manage/layout.tsx", [
    route("manage", "routes/manage/index.tsx"),
    // People, teams, settings and the record of what happened.
    route("admin/people", "routes/admin/people.tsx"),
    route("admin/people/:id", "routes/admin/person.tsx"),
    route("admin/teams", "routes/admin/teams.tsx"),
    route("admin/settings", "routes/admin/settings.tsx"),
    route("admin/audit", "routes/admin/audit.tsx"),
    route("moderate", "routes/moderate/queue.tsx"),
    // Products and their prototypes.
    route("manage/products", "routes/manage/products/list.tsx"),
    route("manage/products/archived", "routes/manage/products/list.tsx", { id: "archived-products" }),
    route("manage/products/new", "routes/manage/products/new.tsx"),
    route("manage/products/:id", "routes/manage/products/product.tsx"),
    route("manage/products/:id/prototypes/new", "routes/manage/products/prototype-new.tsx"),
    route("manage/prototypes/:id", "routes/manage/products/prototype.tsx"),
    // Boards for ideas.
    route("admin/boards", "routes/admin/boards.tsx"),
    route("admin/boards/:id", "routes/admin/board.tsx"),
  ]),
  route("manage/products/:id/archive", "routes/manage/products/archive.ts"),
  // Whatever nothing else answers.
  route("*", "routes/system/not-found.tsx"),
  route("moderate/cases/:id/claim", "routes/moderate/case-claim.ts"),
  route("moderate/verdicts/:id/undo", "routes/moderate/verdict-undo.ts"),
] satisfies RouteConfig;
