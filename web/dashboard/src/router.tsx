// Every address of the dashboard. Pages are loaded when they are first opened.
import { VIEWS, type View } from "@deskbell/shared/live-state";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link, redirect, type SearchSchemaInput } from "@tanstack/react-router";

import { Frame } from "./frame/frame.tsx";
import { FILTERS as TEST_FILTERS, type Filter as TestFilter } from "./pages/tests/filters.ts";
import { Button } from "./ui/button.tsx";
import { Empty, Failed } from "./ui/states.tsx";

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: ({ error, reset }) => <Failed error={error} what="This page" onRetry={reset} /> });

const home = createRoute({ getParentRoute: () => root, path: "/", beforeLoad: () => { throw redirect({ to: "/inbox" }); } });
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/signin",
  validateSearch: (search: Record<string, unknown>): { next?: string } => (typeof search.next === "string" ? { next: search.next } : {}),
  component: lazyRouteComponent(() => import("./pages/sign-in/sign-in-page.tsx")),
});
const setup = createRoute({ getParentRoute: () => root, path: "/setup", component: lazyRouteComponent(() => import("./pages/setup/setup-page.tsx")) });
const invitation = createRoute({ getParentRoute: () => root, path: "/invitation", component: lazyRouteComponent(() => import("./pages/invitation/invitation-page.tsx")) });
const welcome = createRoute({ getParentRoute: () => root, path: "/welcome", component: lazyRouteComponent(() => import("./pages/welcome/welcome-page.tsx")) });

const frame = createRoute({ getParentRoute: () => root, id: "_frame", component: Frame });
const inbox = createRoute({
  getParentRoute: () => frame,
  path: "/inbox",
  validateSearch: (search: { view?: unknown } & SearchSchemaInput): { view: View } => ({ view: VIEWS.find((view) => view === search.view) ?? "needs_person" }),
  component: lazyRouteComponent(() => import("./pages/inbox/inbox-page.tsx")),
});
const conversation = createRoute({ getParentRoute: () => inbox, path: "$conversationId" });
const content = createRoute({
  getParentRoute: () => frame,
  path: "/content",
  validateSearch: (search: Record<string, unknown>): { source?: string } => (typeof search.source === "string" ? { source: search.source } : {}),
  component: lazyRouteComponent(() => import("./pages/content/content-page.tsx")),
});
const agent = createRoute({ getParentRoute: () => frame, path: "/agent", component: lazyRouteComponent(() => import("./pages/agent/agent-page.tsx")) });
const tests = createRoute({
  getParentRoute: () => frame,
  path: "/agent/tests",
  validateSearch: (search: { show?: unknown } & SearchSchemaInput): { show?: TestFilter } => {
    const show = TEST_FILTERS.find((filter) => filter === search.show);
    return show ? { show } : {};
  },
  component: lazyRouteComponent(() => import("./pages/tests/tests-page.tsx")),
});
const rules = createRoute({ getParentRoute: () => frame, path: "/rules", component: lazyRouteComponent(() => import("./pages/rules/rules-page.tsx")) });
const team = createRoute({ getParentRoute: () => frame, path: "/team", component: lazyRouteComponent(() => import("./pages/team/team-page.tsx")) });
const settings = createRoute({ getParentRoute: () => frame, path: "/settings", component: lazyRouteComponent(() => import("./pages/settings/settings-page.tsx")) });
const alarm = createRoute({ getParentRoute: () => frame, path: "/settings/alarm", component: lazyRouteComponent(() => import("./pages/settings/alarm/alarm-page.tsx")) });
const replies = createRoute({ getParentRoute: () => frame, path: "/settings/replies", component: lazyRouteComponent(() => import("./pages/settings/replies/replies-page.tsx")) });
const check = createRoute({ getParentRoute: () => frame, path: "/settings/check", component: lazyRouteComponent(() => import("./pages/check/check-page.tsx")) });
const outbox = createRoute({ getParentRoute: () => frame, path: "/settings/outbox", component: lazyRouteComponent(() => import("./pages/settings/outbox-page.tsx")) });

const tree = root.addChildren([home, signIn, setup, invitation, welcome, frame.addChildren([inbox.addChildren([conversation]), content, agent, tests, rules, team, settings, alarm, replies, check, outbox])]);

export const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: false });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  return <Empty title="There is nothing at this address" action={<Link to="/inbox"><Button>Go to the inbox</Button></Link>}>Check the address, or go on from the inbox.</Empty>;
}
