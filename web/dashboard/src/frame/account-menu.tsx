import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BellRing, LogOut, Monitor, Moon, Sun, Volume2 } from "lucide-react";
import { useState, type ReactNode } from "react";

import { people } from "../api/client.ts";
import { meQuery, queryClient } from "../api/queries.ts";
import type { Me } from "../api/shapes.ts";
import { Menu, MenuChoice, MenuLine, MenuTitle } from "../ui/menu.tsx";
import { say } from "../ui/toast.tsx";
import { askForNotifications, isSoundWanted, notificationPermission, wantSound } from "./alarm/device.ts";
import { useSigned } from "./me.ts";
import { savedTheme, showTheme, type Theme } from "./theme.ts";

const themes = [
  ["auto", "As this device", <Monitor key="m" size={16} aria-hidden />],
  ["light", "Light", <Sun key="s" size={16} aria-hidden />],
  ["dark", "Dark", <Moon key="d" size={16} aria-hidden />],
] as const;

export default function AccountMenu({ trigger, side }: { trigger: ReactNode; side: "bottom" | "right" }) {
  const { name, email, workspace } = useSigned();
  const navigate = useNavigate();
  const [isLoud, setLoud] = useState(isSoundWanted);
  const [permission, setPermission] = useState(notificationPermission);
  const [theme, setTheme] = useState<Theme>(savedTheme);
  const setting = useMutation({
    mutationFn: people.setAvailability,
    onMutate: (availability) => {
      queryClient.setQueryData<Me>(meQuery.queryKey, (me) => (me?.workspace ? { ...me, workspace: { ...me.workspace, availability } } : me));
    },
    onError: (error) => say(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const signOut = async () => {
    await people.signOut().catch(() => undefined);
    queryClient.clear();
    await navigate({ to: "/signin" });
  };
  const isAvailable = workspace.availability === "available";
  return (
    <Menu
      startsOpen
      side={side}
      align="end"
      trigger={trigger}
    >
      <div className="px-2.5 pt-1.5 pb-2">
        <div className="truncate font-medium">{name}</div>
        <div className="truncate text-small text-ink-2">{email}</div>
      </div>
      <MenuLine />
      <MenuChoice chosen={isAvailable} icon={<span className="size-2.5 rounded-full bg-teal" />} onSelect={() => setting.mutate("available")}>Available</MenuChoice>
      <MenuChoice chosen={!isAvailable} icon={<span className="size-2.5 rounded-full border-2 border-ink-3" />} onSelect={() => setting.mutate("away")}>Away</MenuChoice>
      <MenuLine />
      <MenuTitle>When an emergency rings</MenuTitle>
      <MenuChoice icon={<Volume2 size={16} aria-hidden />} chosen={isLoud} onSelect={() => (wantSound(!isLoud), setLoud(!isLoud))}>Sound on this device</MenuChoice>
      {permission !== "unsupported" && (
        <MenuChoice
          icon={<BellRing size={16} aria-hidden />}
          chosen={permission === "granted"}
          onSelect={() => (permission === "default" ? void askForNotifications().then(setPermission) : say(permission === "granted" ? "Notifications are on. Your browser’s settings for this page turn them off." : "Your browser blocks notifications of this page. Allow them in its settings."))}
        >
          Desktop notification
        </MenuChoice>
      )}
      <MenuLine />
      <MenuTitle>Appearance</MenuTitle>
      {themes.map(([value, label, icon]) => (
        <MenuChoice key={value} icon={icon} chosen={theme === value} onSelect={() => (setTheme(value), showTheme(value))}>{label}</MenuChoice>
      ))}
      <MenuLine />
      <MenuChoice icon={<LogOut size={16} aria-hidden />} onSelect={() => void signOut()}>Sign out</MenuChoice>
    </Menu>
  );
}
