// Files that the browser saves.

import { h } from "./dom.js";

// A slow disk or a question of the browser may take a while.
const DOWNLOAD_PATIENCE = 60_000;

/** Save a file; `parts` are texts or bytes. */
export function giveFile(name, type, parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_PATIENCE);
}
