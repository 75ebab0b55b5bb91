/** E-mail addresses in any pasted text: lists, lines, "Name <address>". Pure. */
export function addressesIn(text: string): string[] {
  const found = text.match(/[^\s,;<>"'()[\]]+@[^\s,;<>"'()[\]]+/g) ?? [];
  return [...new Set(found.map((address) => address.replace(/[.:]+$/, "").toLowerCase()))];
}
