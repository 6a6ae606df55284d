// A tiny seeded generator, the same as borderlab/figures/chance.py: browser and kernel place
// every mark of a picture alike.

/** A function that gives the next 32-bit integer (Mulberry32). */
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** The numbers 0 to size - 1 in an order that depends on the seed alone. */
export function shuffled(size, seed) {
  const next = mulberry32(seed);
  const order = Array.from({ length: size }, (_, place) => place);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = Math.floor((next() * (last + 1)) / 2 ** 32);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
