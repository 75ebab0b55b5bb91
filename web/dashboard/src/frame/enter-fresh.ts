import { meQuery, queryClient } from "../api/queries.ts";

/** Nothing of one workspace may be seen in another: everything that was read is forgotten. */
export async function enterFresh(): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
  await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
}
