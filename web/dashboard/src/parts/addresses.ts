/** E-mail addresses in any pasted text: lists, lines, "Name <address>". What is not an address stays, for the server to name. Pure. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).flatMap(inPiece))];
}

function inPiece(piece: string): string[] {
  const bracketed = /<([^<>]+)>/.exec(piece)?.[1];
  const words = (bracketed ?? piece).trim().split(/\s+/).filter(Boolean);
  const addresses = words.filter((word) => word.includes("@"));
  return (addresses.length > 0 ? addresses : [words.join(" ")]).map((word) => word.toLowerCase()).filter(Boolean);
}
