// Pictures that the kernel has drawn as SVG, perhaps compressed.

/** Whether this browser can unpack compressed pictures. */
export const canUnzip = () => typeof DecompressionStream === "function";

/** The text of a picture that was compressed with gzip and sent as base64. */
export async function unzipped(zip) {
  const bytes = Uint8Array.from(atob(zip), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** A drawing as a node of this page. */
export function svgNode(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}
