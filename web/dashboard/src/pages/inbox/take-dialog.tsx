import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";

/** Taking from a colleague asks first. */
export default function TakeDialog({ holder, onTake, onClose }: { holder: string; onTake: () => void; onClose: () => void }) {
  return (
    <Dialog open title={`Take this from ${holder}?`} description={`${holder} is told at once, and keeps any words not sent yet.`} onClose={onClose}>
      <DialogActions>
        <Button look="quiet" onClick={onClose}>Leave it</Button>
        <Button look="primary" autoFocus onClick={onTake}>Take over</Button>
      </DialogActions>
    </Dialog>
  );
}
