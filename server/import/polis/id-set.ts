/** A set of ids from 0 to MAX_ID in a bit each: 12.5 MB at most, however many an export names. */
export class IdSet {
  #bits = new Uint8Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    return ((this.#bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }

  /** @returns false when the id was there already */
  add(id: number): boolean {
    if (this.has(id)) return false;
    const at = id >> 3;
    if (at >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[at]! |= 1 << (id & 7);
    this.#size += 1;
    return true;
  }
}
