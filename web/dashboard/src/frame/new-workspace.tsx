import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { people } from "../api/client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { enterFresh } from "./enter-fresh.ts";

export default function NewWorkspace({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const creating = useMutation({
    mutationFn: () => people.createWorkspace(name.trim()),
    onSuccess: async () => {
      await people.adoptTimeZone();
      await enterFresh();
      onClose();
      await navigate({ to: "/welcome" });
    },
  });
  return (
    <Dialog open title="New workspace" description="A workspace has its own agent, content, team and inbox. Nothing is shared between workspaces." onClose={onClose}>
      <form onSubmit={(event) => (event.preventDefault(), creating.mutate())}>
        <TextField label="Name" value={name} onChange={(event) => setName(event.target.value)} maxLength={80} required autoFocus problem={creating.error?.message} />
        <DialogActions>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" busy={creating.isPending} disabled={!name.trim()}>Create workspace</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
