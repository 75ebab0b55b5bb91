// How the alarm reaches somebody through this device: a tone, a notification of the desktop. What was chosen stays on the device.

const SOUND_KEY = "deskbell:alarm-sound";
let context: AudioContext | null = null;

export function isSoundWanted(): boolean {
  return localStorage.getItem(SOUND_KEY) !== "off";
}

export function wantSound(wanted: boolean): void {
  localStorage.setItem(SOUND_KEY, wanted ? "on" : "off");
  if (wanted) void unlock();
}

/** Browsers keep a page silent until somebody has touched it. */
export async function unlock(): Promise<void> {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  if (context.state === "suspended") await context.resume().catch(() => undefined);
}

export function canSound(): boolean {
  return context?.state === "running";
}

/** Two rising tones, twice: unlike any sound of a chat. */
export function sound(): void {
  if (!context || !canSound() || !isSoundWanted()) return;
  const start = context.currentTime;
  for (const [offset, pitch] of [[0, 660], [0.22, 880], [0.55, 660], [0.77, 880]] as const) tone(context, start + offset, pitch);
}

function tone(audio: AudioContext, at: number, pitch: number): void {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.25, at + 0.02);
  gain.gain.linearRampToValueAtTime(0, at + 0.2);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.21);
}

export type Permission = NotificationPermission | "unsupported";

export function notificationPermission(): Permission {
  return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
}

export async function askForNotifications(): Promise<Permission> {
  return typeof Notification === "undefined" ? "unsupported" : Notification.requestPermission();
}

/** Never who, never what: a lock screen shows it. */
export function notify(onOpen: () => void, isTest = false): Notification | null {
  if (notificationPermission() !== "granted") return null;
  const shown = new Notification(isTest ? "TEST: Deskbell alarm" : "Emergency", { body: isTest ? "Nothing has happened." : "Nobody has acknowledged it yet. Open Deskbell.", tag: "deskbell-alarm", requireInteraction: !isTest });
  shown.onclick = () => {
    window.focus();
    onOpen();
    shown.close();
  };
  return shown;
}
