import { useRouter, type NavigateOptions } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Leads elsewhere, once, however often what is around it renders again. */
export function Go({ to, search }: Pick<NavigateOptions, "to"> & { search?: Record<string, string> }) {
  const router = useRouter();
  const hasGone = useRef(false);
  useEffect(() => {
    if (hasGone.current) return;
    hasGone.current = true;
    void router.navigate({ to, search, replace: true } as NavigateOptions);
  });
  return null;
}
