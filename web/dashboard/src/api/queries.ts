// What the pages read, with one key each, so that an event knows what to refresh.
import { ApiError } from "@deskbell/shared/http";
import { QueryClient, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

import { agents, alarm, content, documents, people, questionTests, savedReplies, setupChecks, team, websites } from "./client.ts";
import type { PageStatus } from "./content-shapes.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

export const meQuery = queryOptions({ queryKey: ["me"], queryFn: people.me, retry: false });
export const membersQuery = queryOptions({ queryKey: ["members"], queryFn: team.members });
export const mailsQuery = queryOptions({ queryKey: ["mails"], queryFn: team.mails, staleTime: 0 });
export const alarmQuery = queryOptions({ queryKey: ["alarm"], queryFn: alarm.read });
export const alarmOfQuery = (conversationId: string) =>
  queryOptions({ queryKey: ["alarm", conversationId], queryFn: () => alarm.of(conversationId) });
export const savedRepliesQuery = queryOptions({ queryKey: ["saved replies"], queryFn: savedReplies.all });
export const agentsQuery = queryOptions({ queryKey: ["agents"], queryFn: agents.all });
export const usageQuery = (agentId: string) =>
  queryOptions({ queryKey: ["model usage", agentId], queryFn: () => agents.usage(agentId), staleTime: 30_000 });
export const usageOfAllQuery = queryOptions({ queryKey: ["model usage", "all"], queryFn: agents.usageOfAll });
export const outOfOrderQuery = queryOptions({
  queryKey: ["models out of order"], queryFn: agents.outOfOrder, staleTime: 20_000, refetchInterval: 60_000,
});
export const modelPolicyQuery = queryOptions({ queryKey: ["model policy"], queryFn: agents.policy });
export const budgetsReachedQuery = queryOptions({
  queryKey: ["budgets reached"], queryFn: agents.budgetsReached, staleTime: 60_000, refetchInterval: 5 * 60_000,
});
export const sourcesQuery = (agentId: string) =>
  queryOptions({ queryKey: ["sources", agentId], queryFn: () => content.sources(agentId) });
export const sourceQuery = (id: string) => queryOptions({ queryKey: ["source", id], queryFn: () => content.source(id) });
/** What a member wrote, read anew whenever it is edited: an old copy would be saved over a newer one. */
export const originalQuery = (id: string) =>
  queryOptions({ queryKey: ["original", id], queryFn: () => content.original(id), staleTime: 0, gcTime: 0 });
export const pagesQuery = (id: string, status: PageStatus | null) =>
  infiniteQueryOptions({
    queryKey: ["source", id, "pages", status],
    queryFn: ({ pageParam }) => websites.pages(id, status, pageParam),
    initialPageParam: "",
    getNextPageParam: ({ next_after }) => next_after,
  });
export const crawlsQuery = (id: string) => queryOptions({ queryKey: ["source", id, "crawls"], queryFn: () => websites.crawls(id) });
export const changesQuery = (id: string, number: number) =>
  queryOptions({ queryKey: ["source", id, "changes", number], queryFn: () => websites.changes(id, number) });
export const versionsQuery = (id: string) => queryOptions({ queryKey: ["document", id, "versions"], queryFn: () => documents.versions(id) });
export const documentQuery = (id: string, version: number | null) =>
  queryOptions({ queryKey: ["document", id, version], queryFn: () => documents.version(id, version) });
export const flagsQuery = (agentId: string) => queryOptions({ queryKey: ["flags", agentId], queryFn: () => documents.flags(agentId) });
export const rulesQuery = (agentId: string) => queryOptions({ queryKey: ["rules", agentId], queryFn: () => agents.rules(agentId) });
export const actionsQuery = (agentId: string) =>
  queryOptions({ queryKey: ["actions", agentId], queryFn: () => agents.actions(agentId) });
export const questionTestsQuery = (agentId: string) =>
  queryOptions({ queryKey: ["question-tests", agentId], queryFn: () => questionTests.page(agentId) });
export const setupChecksQuery = (agentId: string) =>
  queryOptions({ queryKey: ["setup-checks", agentId], queryFn: () => setupChecks.newest(agentId), staleTime: 0 });
